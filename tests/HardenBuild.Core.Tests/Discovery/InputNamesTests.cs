using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Core.Tests.Discovery;

public sealed class InputNamesTests
{
    [Theory]
    [InlineData("Dockerfile")]
    [InlineData("dockerfile")]
    [InlineData("Dockerfile.dev")]
    [InlineData("Dockerfile.ubi8")]
    [InlineData("Dockerfile.windows-1809")]
    [InlineData("api.Dockerfile")]
    [InlineData("api.dockerfile")]
    [InlineData("Containerfile")]
    [InlineData("Containerfile.debug")]
    public void Knows_dockerfile(string name) => Assert.Equal(NameHint.Dockerfile, InputNames.Classify(name));

    [Theory]
    [InlineData("Dockerfile.dockerignore")]
    [InlineData(".dockerignore")]
    [InlineData("Dockerfile.md")]
    [InlineData("Dockerfile.txt")]
    [InlineData("Dockerfile.cs")]
    [InlineData("Dockerfile.swp")]
    [InlineData(".Dockerfile.swp")]
    [InlineData("Dockerfile.orig")]
    [InlineData("Dockerfile.tmpl")]
    [InlineData("Dockerfile.dev.j2")]
    [InlineData("Dockerfile.erb")]
    [InlineData("Dockerfile-linux.template")]
    [InlineData("Dockerfile~")]
    [InlineData("Dockerfile.dev~")]
    [InlineData("Dockerfiles")]
    [InlineData("DockerfileParser.cs")]
    [InlineData("DockerfileSolutionRestore.txt")]
    [InlineData("MyDockerfile")]
    public void Accepts_lookalike_of_a_dockerfile(string name) => Assert.Equal(NameHint.None, InputNames.Classify(name));

    [Theory]
    [InlineData("compose.yaml")]
    [InlineData("compose.yml")]
    [InlineData("docker-compose.yml")]
    [InlineData("docker-compose.override.yml")]
    [InlineData("docker-compose.vs.debug.yml")]
    [InlineData("compose.prod.yaml")]
    public void Knows_compose_file(string name) => Assert.Equal(NameHint.Compose, InputNames.Classify(name));

    [Theory]
    [InlineData("Dockerfile-dev", "PerhapsDockerfile")]
    [InlineData("Dockerfile.go", "PerhapsDockerfile")]
    [InlineData("docker-compose-tests.override.yml", "PerhapsCompose")]
    [InlineData("dev.docker-compose.yml", "PerhapsCompose")]
    [InlineData("deployment.yaml", "Yaml")]
    [InlineData("decompose.yaml", "Yaml")]
    [InlineData("pod.JSON", "Json")]
    [InlineData("daemon.json", "DaemonConfiguration")]
    [InlineData("Api.csproj", "Project")]
    [InlineData("docker-compose.dcproj", "Project")]
    [InlineData(".editorconfig", "EditorConfig")]
    [InlineData("x.editorconfig", "None")]
    [InlineData(".globalconfig", "GlobalConfig")]
    public void Leaves_the_rest_to_the_text(string name, string expected) => Assert.Equal(expected, InputNames.Classify(name).ToString());
}
