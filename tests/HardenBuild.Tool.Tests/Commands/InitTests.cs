using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;
using HardenBuild.Tool.Setup;

namespace HardenBuild.Tool.Tests.Commands;

public sealed class InitTests : IDisposable
{
    private readonly ToolRun _tool = new();

    [Fact]
    public void Sets_an_empty_repository_up()
    {
        Assert.Equal(0, _tool.Run("init"));

        Assert.StartsWith("root = true\n\n[*]\n", _tool.Read(".editorconfig"), StringComparison.Ordinal);
        Assert.Contains("<PackageReference Include=\"HardenBuild\"", _tool.Read("Directory.Build.props"), StringComparison.Ordinal);
        Assert.Contains("upload-sarif", _tool.Read(".github/workflows/hardenbuild.yml"), StringComparison.Ordinal);
        Assert.Equal(["created", "created", "created"], Verbs());
    }

    [Fact]
    public void The_second_time_nothing_changes()
    {
        _tool.Run("init", "--hook");
        var before = Snapshot();

        Assert.Equal(0, _tool.Run("init", "--hook"));
        Assert.Equal(before, Snapshot());
        Assert.All(Verbs(), static verb => Assert.Equal("kept", verb));
    }

    [Fact]
    public void A_dry_run_writes_nothing_and_shows_everything()
    {
        Assert.Equal(0, _tool.Run("init", "--dry-run"));

        Assert.Empty(Snapshot());
        Assert.Contains("would create Directory.Build.props", _tool.Output, StringComparison.Ordinal);
        Assert.Contains("    <Project>\n", _tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_exists_is_never_overwritten()
    {
        _tool.Write("Directory.Build.props", "<Project />");
        _tool.Write(".github/workflows/hardenbuild.yml", "mine");
        _tool.Write(".editorconfig", "[*.cs]\nindent_size = 4");

        Assert.Equal(0, _tool.Run("init"));
        Assert.Equal("<Project />", _tool.Read("Directory.Build.props"));
        Assert.Equal("mine", _tool.Read(".github/workflows/hardenbuild.yml"));
        Assert.StartsWith("[*.cs]\nindent_size = 4\n\n[*]\n", _tool.Read(".editorconfig"), StringComparison.Ordinal);
        Assert.Contains("to do in Directory.Build.props", _tool.Output, StringComparison.Ordinal);
        Assert.Contains("<PackageReference Include=\"HardenBuild\"", _tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Central_package_management_gets_a_global_reference()
    {
        _tool.Write("Directory.Packages.props", "<Project />");

        _tool.Run("init");
        Assert.Contains("<GlobalPackageReference Include=\"HardenBuild\"", _tool.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_tool.Folder, "Directory.Build.props")));
    }

    [Fact]
    public void The_tool_comes_in_a_manifest()
    {
        Assert.Equal(0, _tool.Run("init", "--tool", "--ci", "none"));

        Assert.Contains("\"hardenbuild.tool\"", _tool.Read(".config/dotnet-tools.json"), StringComparison.Ordinal);
        Assert.Equal([".config/dotnet-tools.json", ".editorconfig"], Snapshot().Select(static file => file.Path));
    }

    [Fact]
    public void A_hook_can_be_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no execute bit");
        _tool.Run("init", "--hook");

        Assert.True(!OperatingSystem.IsWindows() && File.GetUnixFileMode(Path.Combine(_tool.Folder, ".githooks/pre-commit")).HasFlag(UnixFileMode.UserExecute));
    }

    [Theory]
    [InlineData(".gitlab-ci.yml", "hardenbuild.gitlab-ci.yml")]
    [InlineData("azure-pipelines.yml", "hardenbuild.azure-pipelines.yml")]
    public void The_workflow_is_for_the_service_in_use(string sign, string expected)
    {
        _tool.Write(sign, "x: y\n");

        _tool.Run("init");
        Assert.True(File.Exists(Path.Combine(_tool.Folder, expected)));
        Assert.False(Directory.Exists(Path.Combine(_tool.Folder, ".github")));
    }

    [Theory]
    [InlineData("github", ".github/workflows/hardenbuild.yml", "jobs")]
    [InlineData("azure", "hardenbuild.azure-pipelines.yml", "steps")]
    [InlineData("gitlab", "hardenbuild.gitlab-ci.yml", "hardenbuild")]
    public void Workflows_are_yaml(string ci, string path, string key)
    {
        _tool.Run("init", "--ci", ci);

        var file = YamlFile.Parse(SourceText.From(path, _tool.Read(path)));
        Assert.Empty(file.Errors);
        Assert.NotNull(Assert.Single(file.Documents).Root?.At(key));
    }

    [Fact]
    public void What_it_writes_has_no_findings()
    {
        _tool.Run("init", "--hook");

        Assert.Equal(0, _tool.Run("scan", "--fail-on", "suggestion"));
    }

    public void Dispose() => _tool.Dispose();

    private string[] Verbs() => [.. _tool.Output.Split('\n').Where(static line => line.Length > 0 && line[0] != ' ').Select(static line => line.Split(' ')[0])];

    private List<(string Path, string Text)> Snapshot() =>
        [.. Directory.EnumerateFiles(_tool.Folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(_tool.Folder, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(static file => file.Item1, StringComparer.Ordinal)];
}
