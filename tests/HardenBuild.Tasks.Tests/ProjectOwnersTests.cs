namespace HardenBuild.Tasks.Tests;

public sealed class ProjectOwnersTests : IDisposable
{
    private const string Plain = "<Project />";
    private const string Referencing = """<Project><ItemGroup><PackageReference Include="HardenBuild" /></ItemGroup></Project>""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_nearest_project_owns_a_file()
    {
        _folder.Write("App.csproj", Referencing);
        _folder.Write("src/Api/Api.csproj", Referencing);
        Assert.Equal("src/Api/Api.csproj", OwnerOf("src/Api/k8s/base/deployment.yaml"));
        Assert.Equal("App.csproj", OwnerOf("src/compose.yaml"));
    }

    [Fact]
    public void No_project_owns_what_lies_above_all()
    {
        _folder.Write("src/Api/Api.csproj", Referencing);
        Assert.Equal("", OwnerOf("Dockerfile"));
        Assert.Equal("", OwnerOf("src/compose.yaml"));
    }

    [Fact]
    public void The_ordinal_first_of_two_projects_in_a_folder_owns_it()
    {
        _folder.Write("B.csproj", Referencing);
        _folder.Write("a.fsproj", Referencing);
        Assert.Equal("B.csproj", OwnerOf("Dockerfile"));
    }

    [Fact]
    public void A_project_without_the_package_leaves_its_files_to_the_next_one_up()
    {
        _folder.Write("App.vbproj", Referencing);
        _folder.Write("tests/Tests.csproj", Plain);
        Assert.Equal("App.vbproj", OwnerOf("tests/Dockerfile"));
    }

    [Theory]
    [InlineData("dirs.proj")]
    [InlineData("docker-compose.dcproj")]
    [InlineData("App_abc_wpftmp.csproj")]
    public void A_project_that_cannot_report_owns_nothing(string project)
    {
        _folder.Write(project, Referencing);
        Assert.Equal("", OwnerOf("Dockerfile"));
    }

    [Theory]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Build.targets")]
    public void A_reference_may_stand_in_a_file_above(string file)
    {
        _folder.Write(file, Referencing);
        _folder.Write("src/Api/Api.csproj", Plain);
        Assert.Equal("src/Api/Api.csproj", OwnerOf("src/Api/Dockerfile"));
    }

    [Fact]
    public void A_global_reference_of_central_package_management_counts_and_a_version_does_not()
    {
        _folder.Write("a/Directory.Packages.props", """<Project><ItemGroup><GlobalPackageReference Include="hardenbuild" Version="1.0" /></ItemGroup></Project>""");
        _folder.Write("a/A.csproj", Plain);
        _folder.Write("b/Directory.Packages.props", """<Project><ItemGroup><PackageVersion Include="HardenBuild" Version="1.0" /></ItemGroup></Project>""");
        _folder.Write("b/B.csproj", Plain);
        Assert.Equal("a/A.csproj", OwnerOf("a/Dockerfile"));
        Assert.Equal("", OwnerOf("b/Dockerfile"));
    }

    [Fact]
    public void A_nearer_file_of_the_same_name_hides_the_one_above_unless_it_imports()
    {
        _folder.Write("Directory.Build.props", Referencing);
        _folder.Write("hidden/Directory.Build.props", Plain);
        _folder.Write("hidden/A.csproj", Plain);
        _folder.Write("chained/Directory.Build.props", """<Project><Import Project="../Directory.Build.props" /></Project>""");
        _folder.Write("chained/B.csproj", Plain);
        Assert.Equal("", OwnerOf("hidden/Dockerfile"));
        Assert.Equal("chained/B.csproj", OwnerOf("chained/Dockerfile"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<Project><ItemGroup>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Project>&e;</Project>")]
    public void A_broken_project_owns_nothing(string text)
    {
        _folder.Write("A.csproj", text);
        Assert.Equal("", OwnerOf("Dockerfile"));
    }

    private string OwnerOf(string file)
    {
        var owner = new ProjectOwners(_folder.Root + Path.DirectorySeparatorChar).OwnerOf(_folder.PathOf(file));
        return owner.Length == 0 ? "" : Path.GetRelativePath(_folder.Root, owner).Replace('\\', '/');
    }
}
