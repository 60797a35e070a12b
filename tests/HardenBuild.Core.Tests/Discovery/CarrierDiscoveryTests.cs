using System.Text;
using HardenBuild.Model.Docker.Carriers;
using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Core.Tests.Discovery;

public sealed class CarrierDiscoveryTests
{
    [Theory]
    [InlineData("deploy.sh", "ShellScript")]
    [InlineData("run.BASH", "ShellScript")]
    [InlineData("Makefile", "Makefile")]
    [InlineData("docker.mk", "Makefile")]
    [InlineData("launchSettings.json", "LaunchSettings")]
    [InlineData("devcontainer.json", "DevContainer")]
    [InlineData(".devcontainer.json", "DevContainer")]
    [InlineData("web.container", "Unit")]
    [InlineData("docker.service", "Unit")]
    [InlineData("docker-bake.hcl", "Bake")]
    [InlineData("docker-bake.override.json", "Bake")]
    [InlineData("main.hcl", "None")]
    [InlineData("deploy.ps1", "None")]
    [InlineData("Makefile.am", "None")]
    [InlineData("devcontainer-feature.json", "Json")]
    public void Tells_by_name(string name, string expected) => Assert.Equal(Enum.Parse<NameHint>(expected), InputNames.Classify(name));

    [Theory]
    [InlineData(".github/workflows/build.yml", "GitHub")]
    [InlineData("a/.github/workflows/build.yaml", "GitHub")]
    [InlineData(".github/actions/setup/action.yml", "GitHub")]
    [InlineData("azure-pipelines.yml", "Azure")]
    [InlineData("build/azure-pipelines-pr.yml", "Azure")]
    [InlineData(".azuredevops/a.yml", "Azure")]
    [InlineData(".gitlab-ci.yml", "GitLab")]
    [InlineData("ci/build.gitlab-ci.yml", "GitLab")]
    [InlineData(".gitlab/ci/a.yml", "GitLab")]
    [InlineData("deploy/workflows/build.yml", null)]
    [InlineData(".github/dependabot.yml", null)]
    [InlineData("my.github/workflows/x.yml", null)]
    public void Tells_pipelines_by_path(string path, string? expected) =>
        Assert.Equal(expected is null ? null : Enum.Parse<PipelineKind>(expected), PipelinePaths.KindOf(path));

    [Theory]
    [InlineData("echo hello\n", false)]
    [InlineData("docker run a\n", true)]
    [InlineData("export DOCKER_HOST=x\n", true)]
    [InlineData("podman run a\n", true)]
    public void Reads_scripts_about_containers_only(string text, bool expected) => Assert.Equal(expected, CarrierSniffer.IsAboutContainers(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("[Container]\nImage=a\n", true)]
    [InlineData("[Service]\nExecStart=/usr/bin/docker run a\n", true)]
    [InlineData("[Service]\nExecStart=/usr/bin/web\n", false)]
    [InlineData("docker\n", false)]
    public void Reads_units_about_containers_only(string text, bool expected) => Assert.Equal(expected, CarrierSniffer.IsUnitAboutContainers(Encoding.UTF8.GetBytes(text)));
}
