namespace HardenBuild.Package.Tests;

public sealed class SolutionTests(SolutionBuild solution) : IClassFixture<SolutionBuild>
{
    [Fact]
    public void Scans_once_for_four_projects_on_two_nodes()
    {
        Assert.Equal(0, solution.First.ExitCode);
        Assert.Equal(1, solution.First.Scans);
    }

    [Theory]
    [InlineData("Api/Dockerfile", "Api.csproj")]
    [InlineData("Worker/Dockerfile", "Worker.csproj")]
    [InlineData("Gateway/Dockerfile", "Gateway.csproj")]
    [InlineData("Contracts/Dockerfile", "Contracts.csproj")]
    [InlineData("Dockerfile", "Repository.proj")]
    public void Logs_each_finding_once_in_the_project_that_owns_the_file(string file, string project)
    {
        var findings = solution.First.In(file).ToList();
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal(project, finding.Project));
        Assert.Distinct(findings.Select(finding => finding.Position));
    }

    [Fact]
    public void Logs_what_the_sample_says_it_shows() => ExpectedFindings.Equal("Solution", solution.First);

    [Fact]
    public void Points_at_the_token()
    {
        var finding = Assert.Single(solution.First.In("Contracts/Dockerfile"), finding => finding.Code == "HB1027");
        Assert.Equal("Contracts/Dockerfile(1,13,1,19): HB1027", finding.Position);
        Assert.Equal("warning", finding.Level);
    }

    /// <summary>Also that a build in which nothing changed warns again.</summary>
    [Theory]
    [InlineData("-m:1")]
    [InlineData("-m:2")]
    [InlineData("-m:8")]
    [InlineData("-m:2", "-graph")]
    public async Task Scans_and_logs_once_on_any_number_of_nodes(params string[] arguments)
    {
        var run = await solution.Sample.Build(arguments);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, run.Scans);
        Assert.Equal(solution.First.Positions, run.Positions);
    }

    [Theory]
    [InlineData("Worker/Dockerfile", "build", "--no-restore", "parts/Part.slnf")]
    [InlineData("Gateway/Dockerfile", "build", "--no-restore", "parts/Part.slnx")]
    [InlineData("", "pack", "--no-restore", "Contracts/Contracts.csproj", "-c", "Debug")]
    [InlineData("Api/Dockerfile", "publish", "--no-restore", "Api/Api.csproj", "-c", "Debug")]
    [InlineData("Api/Dockerfile", "publish", "Api/Api.csproj", "-c", "Debug", "--use-current-runtime", "--no-self-contained", "-p:UseAppHost=false")]
    [InlineData("Worker/Dockerfile", "test", "--no-restore", "Worker/Worker.csproj", "-p:IsTestProject=true")]
    public async Task Scans_and_logs_once_whatever_starts_the_build(string own, params string[] command)
    {
        // In a folder: beside the solution they would leave open which of them a plain build means.
        solution.Sample.Write("parts/Part.slnf", """{ "solution": { "path": "..\\Solution.sln", "projects": ["Worker\\Worker.csproj"] } }""");
        solution.Sample.Write("parts/Part.slnx", """<Solution><Project Path="../Gateway/Gateway.csproj" /></Solution>""");
        var run = await solution.Sample.Run(command);
        Assert.Equal(1, run.Scans);
        // All of these build Contracts, as a project of their own or by reference.
        Assert.Equal(["Contracts/Dockerfile", "Dockerfile", .. own.Length > 0 ? [own] : Array.Empty<string>()], run.Files.Order(StringComparer.Ordinal).OrderBy(file => file == own));
        Assert.Distinct(run.Positions);
    }

    [Fact]
    public async Task Leaves_the_files_of_projects_that_are_not_built()
    {
        var api = await solution.Sample.Build("Api/Api.csproj");
        Assert.Equal(1, api.Scans);
        // Contracts is built because Api references it.
        Assert.Equal(["Api/Dockerfile", "Contracts/Dockerfile", "Dockerfile"], api.Findings.Select(finding => finding.File).Distinct().Order(StringComparer.Ordinal));
    }
}
