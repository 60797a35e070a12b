using HardenBuild.Model.Compose;

namespace HardenBuild.Core.Tests.Compose;

public sealed class ComposeFileGroupTests
{
    [Fact]
    public void Pairs_the_default_file_with_its_override()
    {
        Assert.Equal(["a/compose.yaml+a/compose.override.yaml"], Groups("a/compose.override.yaml", "a/compose.yaml"));
        Assert.Equal(["compose.yaml+docker-compose.override.yml"], Groups("compose.yaml", "docker-compose.override.yml"));
    }

    [Fact]
    public void Takes_other_files_beside_it_as_fragments() => Assert.Equal(
        ["docker-compose.override.windows.yml fragment", "docker-compose.prod.yml fragment", "docker-compose.yml+docker-compose.override.yml"],
        Groups("docker-compose.yml", "docker-compose.override.yml", "docker-compose.prod.yml", "docker-compose.override.windows.yml"));

    [Fact]
    public void Knows_pairs_of_other_names() => Assert.Equal(
        ["docker-compose-tests.yml+docker-compose-tests.override.yml", "docker-compose.yml"],
        Groups("docker-compose-tests.override.yml", "docker-compose-tests.yml", "docker-compose.yml"));

    [Fact]
    public void Takes_a_lonely_file_for_a_project_and_a_lonely_override_for_a_fragment()
    {
        Assert.Equal(["compose.prod.yaml"], Groups("compose.prod.yaml"));
        Assert.Equal(["compose.override.yaml fragment"], Groups("compose.override.yaml"));
        Assert.Equal(["compose.yaml", "docker-compose.yml"], Groups("compose.yaml", "docker-compose.yml"));
        Assert.Equal(["a/compose.yaml", "b/compose.override.yaml fragment"], Groups("a/compose.yaml", "b/compose.override.yaml"));
    }

    private static IEnumerable<string> Groups(params string[] paths) =>
        ComposeFileGroup.From(paths).Select(group => string.Join('+', group.Overrides.Prepend(group.Main)) + (group.IsFragment ? " fragment" : ""));
}
