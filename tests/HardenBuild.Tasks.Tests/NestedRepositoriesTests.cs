namespace HardenBuild.Tasks.Tests;

public sealed class NestedRepositoriesTests : IDisposable
{
    private const string Referencing = """<Project><ItemGroup><PackageReference Include="HardenBuild" /></ItemGroup></Project>""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("module/.git")]
    [InlineData("module/.git/HEAD")]
    public void A_submodule_with_a_project_that_takes_part_reports_itself(string git)
    {
        _folder.Write(git, "ref");
        _folder.Write("module/src/App/App.csproj", Referencing);
        Assert.True(Reports("module/deploy/Dockerfile"));
        Assert.False(Reports("deploy/Dockerfile"));
    }

    [Fact]
    public void A_submodule_of_manifests_is_reported_by_the_repository_around_it()
    {
        _folder.Write("module/.git", "gitdir: elsewhere");
        _folder.Write("module/src/App/App.csproj", "<Project />");
        Assert.False(Reports("module/deploy/Dockerfile"));
    }

    [Fact]
    public void The_repository_itself_is_not_nested()
    {
        _folder.Write(".git/HEAD", "ref");
        _folder.Write("App.csproj", Referencing);
        Assert.False(Reports("deploy/Dockerfile"));
    }

    [Fact]
    public void A_project_further_in_does_not_speak_for_the_repository_between()
    {
        _folder.Write("module/.git", "gitdir: elsewhere");
        _folder.Write("module/inner/.git", "gitdir: elsewhere");
        _folder.Write("module/inner/App.csproj", Referencing);
        Assert.False(Reports("module/Dockerfile"));
        Assert.True(Reports("module/inner/Dockerfile"));
    }

    private bool Reports(string file) => new NestedRepositories(_folder.Root).Report(_folder.Write(file, "FROM scratch\n"));
}
