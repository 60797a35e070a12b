namespace HardenBuild.Package.Tests;

public sealed class RepositoriesTests(RepositoriesBuild repositories) : IClassFixture<RepositoriesBuild>
{
    private const string Rule = "HB1027";

    private BuildRun Run => repositories.Run;

    /// <summary>File, level and the project that logs it: once each.</summary>
    [Theory]
    [InlineData("languages/vb/Dockerfile", "warning", "App.vbproj")]
    [InlineData("languages/fs/Dockerfile", "warning", "App.fsproj")]
    [InlineData("nothing/None/Dockerfile", "warning", "None.csproj")]
    [InlineData("traversal/deploy/Dockerfile", "warning", "Repository.proj")]
    [InlineData("worktree/src/App/Dockerfile", "warning", "App.csproj")]
    [InlineData("worktree/deploy/Dockerfile", "warning", "Repository.proj")]
    [InlineData("outer/App/Dockerfile", "warning", "App.csproj")]
    [InlineData("outer/Dockerfile", "warning", "Repository.proj")]
    [InlineData("outer/modules/inner/Part/Dockerfile", "warning", "Part.csproj")]
    [InlineData("outer/modules/inner/deploy/Dockerfile", "warning", "Repository.proj")]
    [InlineData("outer/modules/manifests/Dockerfile", "warning", "Repository.proj")]
    [InlineData("central/App/Dockerfile", "warning", "App.csproj")]
    [InlineData("pinned/App/Dockerfile", "warning", "App.csproj")]
    [InlineData("flows/Lib/Dockerfile", "warning", "Lib.csproj")]
    [InlineData("flows/App/Dockerfile", "warning", "Repository.proj")]
    [InlineData("severities/App/Dockerfile", "message", "App.csproj")]
    [InlineData("severities/deploy/blue/Dockerfile", "message", "Repository.proj")]
    [InlineData("switches/AsErrors/Dockerfile", "error", "A.csproj")]
    [InlineData("switches/All/Dockerfile", "error", "A.csproj")]
    [InlineData("switches/Except/Dockerfile", "warning", "A.csproj")]
    [InlineData("switches/AsMessages/Dockerfile", "message", "A.csproj")]
    [InlineData("switches/NoAnalyzers/Dockerfile", "warning", "A.csproj")]
    [InlineData("modes/App/Dockerfile", "warning", "App.csproj")]
    [InlineData("shared/image.txt", "warning", "Repository.proj")]
    [InlineData("documented/App/Dockerfile", "warning", "App.csproj")]
    [InlineData("documented/images/base.txt", "warning", "Repository.proj")]
    [InlineData("documented-central/App/Dockerfile", "warning", "App.csproj")]
    public void Logs_once_in_its_owner(string file, string level, string project)
    {
        var finding = Assert.Single(Run.In(file), finding => finding.Code == Rule);
        Assert.Equal((level, project), (finding.Level, finding.Project));
    }

    [Theory]
    [InlineData("severities/deploy/green/Dockerfile")]
    [InlineData("switches/NoWarn/Dockerfile")]
    [InlineData("switches/Disabled/Dockerfile")]
    [InlineData("without/App/Dockerfile")]
    [InlineData("silent/App/Dockerfile")]
    [InlineData("refused/App/Dockerfile")]
    [InlineData("documented/samples/Dockerfile")]
    public void Says_nothing_of(string file) => Assert.Empty(Run.Levels(file, Rule));

    /// <summary>Beside the project for it and below no project that compiles.</summary>
    [Fact]
    public void Logs_a_Compose_file_once_where_nothing_is_compiled()
    {
        var finding = Assert.Single(Run.In("nothing/compose.yaml"), finding => finding.Code == "HB2001");
        Assert.Equal(("error", "Repository.proj"), (finding.Level, finding.Project));
    }

    [Fact]
    public void Takes_severities_from_globalconfig() => Assert.Equal(["warning"], Run.Levels("severities/deploy/compose.yaml", "HB2001"));

    [Fact]
    public void Follows_the_mode_of_the_repository() => Assert.Equal(["warning"], Run.Levels("modes/App/Dockerfile.pinned", "HB1028"));

    [Theory]
    [InlineData("text/App/Dockerfile.crlf")]
    [InlineData("text/App/Dockerfile.bom")]
    public void Finds_the_same_place_whatever_the_line_ends_and_the_mark(string file) => Assert.Equal(
        Places("text/App/Dockerfile"), Places(file));

    [Fact]
    public void Refuses_inputs_outside_of_the_root() => Assert.Contains(
        $"HardenBuildInput '{Path.Combine(repositories.Sample.Folder, "shared", "image.txt")}' lies outside of the root '{Path.Combine(repositories.Sample.Folder, "refused")}{Path.DirectorySeparatorChar}'",
        Run.Output,
        StringComparison.Ordinal);

    /// <summary>One for each repository with a project that takes part.</summary>
    [Fact]
    public void Scans_each_repository_once()
    {
        Assert.Equal(18, Run.Scans);
        Assert.Distinct(Run.Positions);
    }

    private IEnumerable<string> Places(string file) => Run.In(file).Select(finding => finding.Position[file.Length..]).Order(StringComparer.Ordinal);
}
