using HardenBuild.Core.Tests.Rules;
using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Loading;
using HardenBuild.Model.Compose.Projects;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Core.Tests.Compose;

/// <summary>Which files of a folder form which projects.</summary>
public sealed class ComposeFolderTests
{
    private const string Whole = "services:\n  web:\n    image: a:1\n";

    private const string Part = "services:\n  web:\n    ports: [\"80\"]\n";

    [Fact]
    public void Pairs_the_default_file_with_its_override()
    {
        Assert.Equal(["compose.yaml+compose.override.yaml"], Groups("compose.override.yaml", "compose.yaml"));
        Assert.Equal(["compose.yaml+docker-compose.override.yml"], Groups("compose.yaml", "docker-compose.override.yml"));
    }

    [Fact]
    public void Takes_other_files_beside_it_as_variants() => Assert.Equal(
        [
            "docker-compose.yml+docker-compose.override.yml",
            "docker-compose.yml+docker-compose.override.yml+docker-compose.override.windows.yml variant",
            "docker-compose.yml+docker-compose.prod.yml variant",
        ],
        Groups("docker-compose.yml", "docker-compose.override.yml", "docker-compose.prod.yml", "docker-compose.override.windows.yml"));

    [Fact]
    public void Puts_visual_studios_files_over_the_override() => Assert.Equal(
        [
            "docker-compose.yml+docker-compose.override.yml",
            "docker-compose.yml+docker-compose.override.yml+docker-compose.vs.debug.yml variant",
            "docker-compose.yml+docker-compose.override.yml+docker-compose.vs.release.yml variant",
        ],
        Groups("docker-compose.yml", "docker-compose.override.yml", "docker-compose.vs.debug.yml", "docker-compose.vs.release.yml"));

    [Fact]
    public void Knows_pairs_of_other_names() => Assert.Equal(
        ["docker-compose.yml", "docker-compose-tests.yml+docker-compose-tests.override.yml"],
        Groups("docker-compose-tests.override.yml", "docker-compose-tests.yml", "docker-compose.yml"));

    [Fact]
    public void Takes_a_lonely_file_for_a_project_and_a_lonely_override_for_a_fragment()
    {
        Assert.Equal(["compose.prod.yaml"], Groups(["compose.prod.yaml"]));
        Assert.Equal(["compose.override.yaml fragment"], Groups(["compose.override.yaml"]));
        Assert.Equal(["compose.yaml", "docker-compose.yml"], Groups("compose.yaml", "docker-compose.yml"));
    }

    [Fact]
    public void Takes_a_file_that_defines_nothing_for_a_variant_of_the_default_file() => Assert.Equal(
        ["docker-compose.yml", "docker-compose.yml+docker-compose-windows.prod.yml variant"],
        Groups("", ("docker-compose.yml", Whole), ("docker-compose-windows.prod.yml", Part)));

    [Theory]
    [InlineData("COMPOSE_FILE=docker-compose.yml:docker-compose.prod.yml\n", "docker-compose.yml+docker-compose.prod.yml")]
    [InlineData("COMPOSE_FILE=docker-compose.yml;docker-compose.prod.yml\n", "docker-compose.yml+docker-compose.prod.yml")]
    [InlineData("COMPOSE_PATH_SEPARATOR=,\nCOMPOSE_FILE=docker-compose.yml,docker-compose.prod.yml\n", "docker-compose.yml+docker-compose.prod.yml")]
    public void Follows_the_list_in_the_environment_file(string env, string expected) =>
        Assert.Equal([expected], Groups(env, ("docker-compose.yml", Whole), ("docker-compose.prod.yml", Part)));

    [Fact]
    public void Ignores_a_list_that_names_what_is_not_here() => Assert.Equal(
        ["docker-compose.yml"],
        Groups("COMPOSE_FILE=missing.yml\n", ("docker-compose.yml", Whole)));

    [Fact]
    public void Follows_a_container_project_of_visual_studio() => Assert.Equal(
        ["shop.yml+shop.override.yml+extra.yml"],
        Groups(
            "",
            ("shop.yml", Whole),
            ("shop.override.yml", Part),
            ("extra.yml", Part),
            ("docker-compose.dcproj", "<Project Sdk=\"Microsoft.Docker.Sdk\"><PropertyGroup><DockerComposeBaseFilePath>shop</DockerComposeBaseFilePath><AdditionalComposeFilePaths>extra.yml</AdditionalComposeFilePaths></PropertyGroup></Project>")));

    [Fact]
    public void Knows_what_else_may_be_merged_over_a_base()
    {
        var groups = Form("", [("docker-compose.yml", Whole), ("docker-compose.override.yml", Part), ("docker-compose.prod.yml", Part)]);
        Assert.Equal(["docker-compose.prod.yml"], groups[0].Siblings);
        Assert.Equal(["docker-compose.override.yml"], groups[1].Siblings);
    }

    private static IEnumerable<string> Groups(params string[] names) => Groups("", [.. names.Select(name => (name, Whole))]);

    private static IEnumerable<string> Groups(string env, params (string Path, string Text)[] files) => Form(env, files).Select(group => group.ToString());

    private static List<ComposeFileGroup> Form(string env, (string Path, string Text)[] files)
    {
        var set = new ComposeFiles(new TextFiles(files), YamlFile.Parse);
        return [.. new ComposeFolder("", files.Select(file => file.Path).Where(path => path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal)), set).Groups(ComposeVariables.Parse(env))];
    }
}
