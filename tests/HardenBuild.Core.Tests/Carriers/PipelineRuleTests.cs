using static HardenBuild.Core.Tests.Carriers.CarrierCheck;

namespace HardenBuild.Core.Tests.Carriers;

public sealed class PipelineRuleTests
{
    private const string Workflow = ".github/workflows/build.yml";

    [Theory]
    [InlineData("HB2111", ".github/workflows/build.yml", "jobs:\n  a:\n    runs-on: x\n    services:\n      db:\n        image: a:1\n        credentials:\n          password: [|kT9.vq27Lm|]\n    steps: []\n")]
    [InlineData("HB2112", ".github/workflows/build.yml", "jobs:\n  a:\n    runs-on: x\n    container: [|node:latest|]\n    steps: []\n")]
    [InlineData("HB2112", "azure-pipelines.yml", "resources:\n  containers:\n  - container: a\n    image: [|ubuntu|]\njobs:\n- job: b\n  container: a\n  steps: []\n")]
    [InlineData("HB2112", ".gitlab-ci.yml", "a:\n  services:\n    - name: [|postgres|]\n  script: x\n")]
    [InlineData("HB2113", ".github/workflows/build.yml", "jobs:\n  a:\n    steps:\n      - uses: docker/bake-action@v6\n        with:\n          set: |\n            [|web.args.TOKEN=${{ secrets.TOKEN }}|]\n")]
    public void Reports(string id, string path, string text) => Verify(id, path, text);

    [Theory]
    [InlineData("HB2111", ".github/workflows/build.yml", "jobs:\n  a:\n    runs-on: x\n    container:\n      image: a:1\n      credentials:\n        password: ${{ github.token }}\n      env:\n        POSTGRES_PASSWORD: kT9.vq27Lm\n    steps: []\n")]
    [InlineData("HB2112", ".github/workflows/build.yml", "jobs:\n  a:\n    runs-on: x\n    container: ${{ matrix.image }}\n    services:\n      db:\n        image: postgres:17@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\n    steps: []\n")]
    [InlineData("HB2112", ".gitlab-ci.yml", "a:\n  image: $IMAGE\n  script: x\n")]
    [InlineData("HB2113", ".github/workflows/build.yml", "jobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          build-args: |\n            SHA=${{ github.sha }}\n          secrets: |\n            a=${{ secrets.A }}\n")]
    [InlineData("HB2113", ".github/workflows/build.yml", "jobs:\n  a:\n    steps:\n      - uses: docker/bake-action@v6\n        with:\n          set: web.secret=${{ secrets.A }}\n")]
    [InlineData("HB2115", "azure-pipelines.yml", "jobs:\n- job: b\n  container: a/b:1\n  steps: []\n")]
    [InlineData("HB2116", ".gitlab-ci.yml", "a:\n  services:\n    - postgres:17\n  variables:\n    DOCKER_TLS_CERTDIR: \"\"\n  script: x\n")]
    [InlineData("HB2116", ".github/workflows/build.yml", "jobs:\n  a:\n    services:\n      d:\n        image: docker:28-dind\n    env:\n      DOCKER_TLS_CERTDIR: \"\"\n    steps: []\n")]
    public void Accepts(string id, string path, string text) => Verify(id, path, text);

    [Fact]
    public void The_same_image_is_one_finding() => Verify(
        "HB2112", Workflow, "jobs:\n  a:\n    runs-on: x\n    container: [|node|]\n    steps: []\n  b:\n    runs-on: x\n    container: {|#0:node|}\n    steps: []\n");

    [Theory]
    [InlineData("HB2102", "\"features\": { [|\"ghcr.io/a/b/node:1\"|]: {}, \"./local\": {}, \"ghcr.io/a/b/git:1.2\": {} }")]
    [InlineData("HB2102", "\"features\": { \"ghcr.io/a/b/node@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\": {} }")]
    [InlineData("HB2103", "\"initializeCommand\": { \"a\": \"[|sudo|] mkdir /x\", \"b\": \"git pull\" }")]
    [InlineData("HB2103", "\"postCreateCommand\": \"curl https://a.example.com/x | bash\", \"initializeCommand\": [\"git\", \"pull\"]")]
    public void Development_containers(string id, string lines) => Verify(id, ".devcontainer/devcontainer.json", "{ \"image\": \"a:1\", " + lines + " }");

    [Theory]
    [InlineData("HB2123", "[Container]\nImage=[|quay.io/a/b|]\n")]
    [InlineData("HB2123", "[Container]\nImage=[|a/b:1|]\n")]
    [InlineData("HB2123", "[Container]\nImage=localhost/a:1\n")]
    [InlineData("HB2123", "[Container]\nImage=quay.io/a/b@sha256:0123\n")]
    [InlineData("HB2123", "[Container]\nImage=registry:5000/a:1.2\nAutoUpdate=registry\n")]
    [InlineData("HB2123", "[Container]\nImage=web.image\n")]
    [InlineData("HB2123", "[Container]\nImage=quay.io/a/%i\n")]
    [InlineData("HB2124", "[|[Container]|]\nImage=a:1\nMemory=1g\n")]
    [InlineData("HB2124", "[Container]\nImage=a:1\nReadOnly=true\n")]
    [InlineData("HB2124", "[Pod]\nPodName=a\n[Container\n")]
    public void Units(string id, string text) => Verify(id, "web.container", text);
}
