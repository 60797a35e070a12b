using Microsoft.Build.Framework;

namespace HardenBuild.Tasks.Tests;

public sealed class ScanRepositoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingBuildEngine _engine = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Hands_findings_over_with_one_based_positions_and_owner()
    {
        var project = _folder.Write("api/Api.csproj", """<Project><ItemGroup><PackageReference Include="HardenBuild" /></ItemGroup></Project>""");
        var file = _folder.Write("api/Dockerfile", "FROM alpine:latest\nUSER 1000\n");
        using var task = NewTask();
        task.Diagnostics = "HB9999; HB1027";
        Assert.True(task.Execute());
        var finding = FindingItem.From(Assert.Single(task.Findings));
        Assert.Equal("HB1027", finding.Code);
        Assert.Equal(file, finding.File);
        Assert.Equal(project, finding.Owner);
        Assert.Equal(1, finding.Line);
        Assert.Equal(19, finding.EndColumn);
    }

    [Fact]
    public void Refuses_inputs_outside_of_the_root_unless_allowed()
    {
        using var outside = new TemporaryFolder();
        var file = outside.Write("image.txt", "FROM alpine:latest\nUSER 1000\n");
        using var refusing = NewTask();
        refusing.Inputs = file;
        Assert.False(refusing.Execute());
        Assert.Equal(
            $"HardenBuildInput '{file}' lies outside of the root '{_folder.Root}'; move it, widen HardenBuildRoot, or set HardenBuildAllowOutsideInputs to true",
            Assert.IsType<BuildErrorEventArgs>(Assert.Single(_engine.Events)).Message);

        using var allowing = NewTask();
        allowing.Inputs = file;
        allowing.AllowOutsideInputs = true;
        allowing.Diagnostics = "HB1027";
        Assert.True(allowing.Execute());
        var finding = FindingItem.From(Assert.Single(allowing.Findings));
        Assert.Equal((file, ""), (finding.File, finding.Owner));
    }

    [Fact]
    public void Takes_an_input_in_a_folder_whose_name_begins_like_the_root_as_outside()
    {
        using var task = NewTask();
        task.Inputs = _folder.Root + "-other/image.txt";
        Assert.False(task.Execute());
    }

    [Fact]
    public void Is_quiet_about_a_folder_without_inputs()
    {
        using var task = NewTask();
        Assert.True(task.Execute());
        Assert.Empty(task.Findings);
        Assert.All(_engine.Events, e => Assert.IsType<BuildMessageEventArgs>(e));
    }

    [Theory]
    [InlineData("relative", "", "HardenBuildRoot 'relative' is not an absolute path")]
    [InlineData(null, "strict", "HardenBuildMode 'strict' is not a mode; use none, default, hardened or all")]
    [InlineData(null, "1", "HardenBuildMode '1' is not a mode; use none, default, hardened or all")]
    public void Names_a_setting_it_cannot_use(string? root, string mode, string message)
    {
        using var task = NewTask();
        task.Root = root ?? task.Root;
        task.Mode = mode;
        Assert.False(task.Execute());
        Assert.Equal(message, Assert.IsType<BuildErrorEventArgs>(Assert.Single(_engine.Events)).Message);
    }

    [Theory]
    [InlineData("strict", "", "HardenBuildTargetLevel 'strict' is not a level of the Pod Security Standards; use privileged, baseline or restricted")]
    [InlineData("", "latest", "HardenBuildKubeVersion 'latest' is not a version of Kubernetes; write one such as 1.34")]
    public void Names_a_cluster_that_it_cannot_know(string level, string version, string message)
    {
        using var task = NewTask();
        task.TargetLevel = level;
        task.KubeVersion = version;
        Assert.False(task.Execute());
        Assert.Equal(message, Assert.IsType<BuildErrorEventArgs>(Assert.Single(_engine.Events)).Message);
    }

    [Theory]
    [InlineData("", "", "HB3156")]
    [InlineData("", "1.24", "")]
    [InlineData("Restricted", "v1.24.3", "HB4016")]
    [InlineData("privileged", "1.25", "HB3156")]
    public void Judges_manifests_by_the_clusters_that_the_project_names(string level, string version, string codes)
    {
        _folder.Write("job.yaml", "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: a}\nspec: {jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: a}]}}}}}\n");
        using var task = NewTask();
        task.Diagnostics = "HB3156;HB4016";
        task.CacheFolder = _folder.PathOf("obj/hardenbuild");
        Assert.True(task.Execute());
        task.TargetLevel = level;
        task.KubeVersion = version;
        Assert.True(task.Execute());
        Assert.Equal(codes, string.Join(';', task.Findings.Select(FindingItem.From).Select(static finding => finding.Code)));
    }

    [Fact]
    public void Stops_without_a_word_when_the_build_is_cancelled()
    {
        using var task = NewTask();
        task.Cancel();
        Assert.False(task.Execute());
        Assert.Empty(_engine.Events);
    }

    [Fact]
    public void Writes_a_log_below_the_root_and_leaves_nothing_else_there()
    {
        using var task = NewTask();
        task.Sarif = "logs/hardenbuild.sarif";
        Assert.True(task.Execute());
        Assert.True(task.Execute());
        Assert.Equal([_folder.PathOf("logs/hardenbuild.sarif")], Directory.GetFiles(_folder.PathOf("logs")));
        Assert.Equal((byte)'{', File.ReadAllBytes(_folder.PathOf("logs/hardenbuild.sarif"))[0]);
    }

    private ScanRepository NewTask() => new() { BuildEngine = _engine, Root = _folder.Root };
}
