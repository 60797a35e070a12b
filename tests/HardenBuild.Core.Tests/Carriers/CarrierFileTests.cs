using HardenBuild.Rules;
using static HardenBuild.Core.Tests.Carriers.CarrierCheck;

namespace HardenBuild.Core.Tests.Carriers;

public sealed class CarrierFileTests
{
    private const string Workflow = ".github/workflows/build.yml";

    [Theory]
    [InlineData("jobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker run [|--privileged|] a\n")]
    [InlineData("jobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: |\n          echo a\n          docker run --name ${{ inputs.name }} \\\n            [|--privileged|] ${{ inputs.image }}\n")]
    [InlineData("jobs:\n  a:\n    runs-on: x\n    container:\n      image: a:1\n      options: --cpus 1 [|--privileged|]\n    steps: []\n")]
    [InlineData("jobs:\n  a:\n    runs-on: x\n    services:\n      db:\n        image: a:1\n        options: >-\n          [|--privileged|]\n    steps: []\n")]
    public void Reports_in_github_actions(string text) => Verify("HB2001", Workflow, text);

    [Theory]
    [InlineData("jobs:\n  a:\n    runs-on: x\n    steps:\n      - run: docker run --privileged=${{ inputs.p }} a\n")]
    [InlineData("jobs:\n  a:\n    runs-on: x\n    steps:\n      - run: docker run --privileged a\n        shell: pwsh\n")]
    [InlineData("jobs:\n  a:\n    runs-on: x\n    container:\n      image: a:1\n      options: --health-cmd 'a --privileged'\n    steps: []\n")]
    [InlineData("jobs:\n  a:\n    runs-on: x\n    steps:\n      - name: docker run --privileged\n        run: echo\n")]
    public void Accepts_in_github_actions(string text) => Verify("HB2001", Workflow, text);

    [Fact]
    public void Secrets_that_github_fills_in_are_none() =>
        Verify("HB2055", Workflow, "jobs:\n  a:\n    runs-on: x\n    steps:\n      - run: docker run -e 'DB_PASSWORD=${{ secrets.DB }}' -e TOKEN=${{ secrets.T }} a\n");

    [Fact]
    public void Socket_on_a_hosted_runner_is_a_suggestion()
    {
        var text = "jobs:\n  a:\n    runs-on: LABEL\n    container:\n      image: a:1\n      volumes:\n        - /var/run/docker.sock:/var/run/docker.sock\n    steps: []\n";
        Assert.Equal(RuleSeverity.Suggestion, Scan("HB2002", Workflow, text.Replace("LABEL", "ubuntu-24.04", StringComparison.Ordinal)).Single().AtMost);
        Assert.Equal(RuleSeverity.Warning, Scan("HB2002", Workflow, text.Replace("LABEL", "self-hosted", StringComparison.Ordinal)).Single().AtMost);
    }

    [Theory]
    [InlineData(".github/workflows/a.yml", "jobs:\n  a:\n    runs-on: self-hosted\n    steps:\n      - run: docker run --privileged a\n", RuleSeverity.Warning)]
    [InlineData(".github/workflows/a.yml", "jobs:\n  b:\n    runs-on: ubuntu-24.04\n    steps: []\n  a:\n    runs-on: x\n    steps:\n      - run: docker run --privileged a\n", RuleSeverity.Warning)]
    [InlineData(".github/workflows/a.yml", "jobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker run --privileged a\n", RuleSeverity.Suggestion)]
    [InlineData("azure-pipelines.yml", "pool:\n  vmImage: ubuntu-24.04\njobs:\n- job: a\n  steps:\n  - bash: docker run --privileged a\n", RuleSeverity.Suggestion)]
    [InlineData("azure-pipelines.yml", "pool: build\nsteps:\n- bash: docker run --privileged a\n", RuleSeverity.Warning)]
    public void A_machine_that_is_thrown_away_has_little_to_lose(string path, string text, RuleSeverity expected) =>
        Assert.Equal(expected, Scan("HB2001", path, text).Single().AtMost);

    [Theory]
    [InlineData("azure-pipelines.yml", "steps:\n- script: |\n    docker run [|--privileged|] $(image)\n")]
    [InlineData("azure-pipelines.yml", "jobs:\n- job: a\n  steps:\n  - bash: docker run [|--privileged|] a\n")]
    [InlineData("azure-pipelines.yml", "resources:\n  containers:\n  - container: c\n    image: a:1\n    options: [|--privileged|]\nsteps: []\n")]
    [InlineData(".gitlab-ci.yml", "a:\n  script:\n    - docker run [|--privileged|] $IMAGE\n")]
    [InlineData(".gitlab-ci.yml", "a:\n  before_script:\n    - [\"docker run [|--privileged|] a\"]\n  script: echo\n")]
    [InlineData("Properties/launchSettings.json", "{\n  // for Docker\n  \"profiles\": { \"Docker\": { \"commandName\": \"Docker\", \"containerRunArguments\": \"--rm [|--privileged|]\" } }\n}\n")]
    [InlineData("Properties/launchSettings.json", "{ \"profiles\": { \"Docker\": { \"containerRunArguments\": \"-v \\\"c:\\\\temp:/data\\\" [|--privileged|]\" } } }")]
    [InlineData(".devcontainer/devcontainer.json", "{\n  /* comment */ \"image\": \"a:1\", \"privileged\": [|true|],\n}\n")]
    [InlineData(".devcontainer.json", "{ \"image\": \"a:1\", \"runArgs\": [\"--rm\", [|\"--privileged\"|]] }")]
    [InlineData("web.container", "[Unit]\nDescription=x\n\n[Container]\nImage=a:1\nPodmanArgs=--tty \\\n  [|--privileged|]\n")]
    [InlineData("web.service", "[Service]\nExecStart=-/usr/bin/docker run --rm \\\n  --name %n [|--privileged|] web:1\n")]
    [InlineData("web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\">\n  <PropertyGroup>\n    <DockerfileRunArguments>--rm [|--privileged|]</DockerfileRunArguments>\n  </PropertyGroup>\n</Project>\n")]
    public void Reports_privileged(string path, string text) => Verify("HB2001", path, text);

    [Theory]
    [InlineData("azure-pipelines.yml", "steps:\n- script: docker run $(flags) $(image) --privileged\n")]
    [InlineData("azure-pipelines.yml", "steps:\n- pwsh: docker run --privileged a\n")]
    [InlineData(".gitlab-ci.yml", "a:\n  script:\n    - echo \"docker run --privileged\"\n")]
    [InlineData(".devcontainer/devcontainer.json", "{ \"image\": \"a:1\", \"privileged\": false, \"runArgs\": [\"--name\", \"--privileged\"] }")]
    [InlineData(".devcontainer/devcontainer.json", "{ \"image\": \"a:1\" // \"privileged\": true\n}")]
    [InlineData("web.container", "[Container]\nImage=a:1\n# PodmanArgs=--privileged\nExec=--privileged\n")]
    [InlineData("web.service", "[Service]\nExecStart=/usr/bin/web --privileged\n# docker run --privileged\n")]
    public void Accepts_unprivileged(string path, string text) => Verify("HB2001", path, text);

    [Theory]
    [InlineData("HB2002", "Volume=[|%t/podman/podman.sock|]:/s\n")]
    [InlineData("HB2003", "Volume=[|/etc|]:/x\n")]
    [InlineData("HB2007", "Network=[|host|]\n")]
    [InlineData("HB2014", "AddCapability=CHOWN [|CAP_SYS_ADMIN|]\n")]
    [InlineData("HB2017", "SeccompProfile=[|unconfined|]\n")]
    [InlineData("HB2019", "SecurityLabelDisable=[|true|]\n")]
    [InlineData("HB2055", "Environment=A=b \"DB_PASSWORD=[|kT9.vq27Lm|]\"\n")]
    [InlineData("HB2100", "Volume=[|%h/.ssh|]:/x\n")]
    public void Reports_in_quadlet(string id, string lines) => Verify(id, "web.container", "[Container]\nImage=a:1\n" + lines);

    [Theory]
    [InlineData("HB2003", "Volume=data.volume:/x\nVolume=/etc/localtime:/etc/localtime:ro\n")]
    [InlineData("HB2007", "Network=web.network\n")]
    [InlineData("HB2014", "AddCapability=SYS_ADMIN\nAddCapability=\n")]
    [InlineData("HB2055", "Environment=DB_PASSWORD=%i\nSecret=db,type=env\n")]
    public void Accepts_in_quadlet(string id, string lines) => Verify(id, "web.container", "[Container]\nImage=a:1\n" + lines);

    [Theory]
    [InlineData("HB2002", "\"mounts\": [\"source=[|/var/run/docker.sock|],target=/s,type=bind\"]")]
    [InlineData("HB2002", "\"mounts\": [{ \"source\": \"[|/var/run/docker.sock|]\", \"target\": \"/s\", \"type\": \"bind\" }]")]
    [InlineData("HB2002", "\"features\": { [|\"ghcr.io/devcontainers/features/docker-outside-of-docker:1\"|]: {} }")]
    [InlineData("HB2008", "\"runArgs\": [\"--pid=[|host|]\"]")]
    [InlineData("HB2014", "\"capAdd\": [\"SYS_PTRACE\", \"[|SYS_ADMIN|]\"]")]
    [InlineData("HB2055", "\"containerEnv\": { \"DB_PASSWORD\": \"[|kT9.vq27Lm|]\", \"TOKEN\": \"${localEnv:TOKEN}\" }")]
    [InlineData("HB2100", "\"mounts\": [\"source=[|${localEnv:HOME}${localEnv:USERPROFILE}/.ssh|],target=/x,type=bind\"]")]
    public void Reports_in_devcontainer(string id, string lines) =>
        Verify(id, ".devcontainer/devcontainer.json", "{\n  // what the team works in\n  \"image\": \"a:1\",\n  " + lines + "\n}\n");

    [Fact]
    public void Development_container_deserves_a_suggestion() =>
        Assert.Equal(RuleSeverity.Suggestion, Scan("HB2001", ".devcontainer.json", "{ \"image\": \"a:1\", \"privileged\": true }").Single().AtMost);

    [Theory]
    [InlineData("{ \"hosts\": [\"tcp://0.0.0.0:2375\"] ")]
    [InlineData("")]
    [InlineData("[1, 2")]
    public void Broken_json_says_nothing_of_containers(string text) => Assert.Empty(Scan("HB2001", ".devcontainer.json", text));
}
