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

    [Fact]
    public async Task Warns_again_when_nothing_changed()
    {
        var second = await solution.Sample.Build("-m:2");
        Assert.Equal(1, second.Scans);
        Assert.Equal(
            solution.First.Findings.Select(finding => finding.Position).Order(StringComparer.Ordinal),
            second.Findings.Select(finding => finding.Position).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Scans_once_in_a_graph_build()
    {
        var graph = await solution.Sample.Build("-m:2", "-graph");
        Assert.Equal(0, graph.ExitCode);
        Assert.Equal(1, graph.Scans);
        Assert.Equal(solution.First.Findings.Length, graph.Findings.Length);
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
