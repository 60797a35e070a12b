using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Compose.Project;
using HardenBuild.Rules.Tool;

namespace HardenBuild.Core.Tests.Compose;

/// <summary>What the schema check says of a file, and where.</summary>
public sealed class ComposeSchemaTests
{
    [Theory]
    [InlineData("[||]")]
    [InlineData("[||]# only a comment\n")]
    [InlineData("[|hello|]\n")]
    [InlineData("[|- a|]\n")]
    [InlineData("[|servics|]:\n  web:\n    image: a:1\n")]
    [InlineData("x-mine: {any: [thing]}\nservices:\n  web:\n    image: a:1\n    x-note: 1\n")]
    [InlineData("name: [|123|]\n")]
    [InlineData("version: [|3.8|]\n")]
    [InlineData("volumes:\n  [|- data:\n      driver: local|]\n")]
    [InlineData("networks:\n  default: [|bridge|]\n")]
    [InlineData("networks:\n  default:\n    ipam:\n      config:\n        - [|123|]: oh\n")]
    [InlineData("services:\n  [|123|]:\n    image: a:1\n")]
    [InlineData("services:\n  '123':\n    image: a:1\n")]
    [InlineData("services:\n  [|a b|]:\n    image: a:1\n")]
    [InlineData("services:\n  web:\n    image: [[|[a, b]|]]\n")]
    [InlineData("services:\n  web: [|text|]\n")]
    [InlineData("secrets:\n  key:\n    [|fil|]: a\n")]
    [InlineData("include:\n  - path: a\n    [|paths|]: b\n")]
    public void Reports_shapes_of_a_file(string marked) => RuleVerifier.Verify<SchemaViolation>("compose.yaml", marked.Replace("[[|", "[|", StringComparison.Ordinal).Replace("|]]", "|]", StringComparison.Ordinal));

    [Theory]
    [InlineData("[|privilege|]: true")]
    [InlineData("privileged: [|1|]")]
    [InlineData("privileged: 'true'")]
    [InlineData("privileged: ${P}")]
    [InlineData("environment: [|A=1|]")]
    [InlineData("environment:\n  A: [|[a]|]")]
    [InlineData("environment:\n  A: 1\n  B: true\n  C:\n  D: text")]
    [InlineData("environment:\n  [|1|]: a")]
    [InlineData("environment:\n  - [|A: 1|]")]
    [InlineData("ports: [|80|]")]
    [InlineData("ports:\n  - target: 80\n    [|publish|]: 80")]
    [InlineData("volumes:\n  - [|source|]: a\n    target: /a")]
    [InlineData("build:\n  context: .\n  ssh:[||]")]
    [InlineData("build:\n  context: .\n  args: {A: 1}\n  dockerfile: Dockerfile")]
    [InlineData("build:\n  [|dockerFile|]: x")]
    [InlineData("depends_on:\n  db:\n    [|required|]: false")]
    [InlineData("depends_on:\n  db:\n    condition: service_started\n    required: [|'yes'|]")]
    [InlineData("deploy:\n  resources:\n    reservations:\n      devices:\n        - [|driver|]: nvidia\n          count: 2")]
    [InlineData("deploy:\n  resources:\n    limits:\n      memory: [|512|]")]
    [InlineData("command:\n  - sleep\n  - [|10|]")]
    [InlineData("command:")]
    [InlineData("healthcheck:\n  interval: [|30|]")]
    [InlineData("ulimits:\n  nofile: 1\n  nproc:\n    [|soft|]: 1")]
    [InlineData("logging:\n  options:\n    max-size: 1m\n    max-file: 3\n    compress: [|true|]")]
    [InlineData("post_start:\n  - [|user|]: root")]
    [InlineData("extends:\n  [|fil|]: a\n  service: b")]
    [InlineData("storage_opt:\n  size: 1G\n  any: [thing]")]
    [InlineData("gpus: all")]
    [InlineData("gpus:\n  - driver: nvidia")]
    [InlineData("use_api_socket: [|'true'|]")]
    [InlineData("labels:\n  <<: {a: 1}\n  b: 2")]
    [InlineData("<<: {[|privilegd|]: true}")]
    public void Reports_shapes_of_a_service(string lines) => RuleVerifier.Verify<SchemaViolation>("compose.yaml", ComposeCheck.Web(lines));

    [Theory]
    [InlineData("stop_grace_period: [|10|]")]
    public void Leaves_a_number_for_text_to_the_shape(string lines) => RuleVerifier.Verify<SchemaViolation>("compose.yaml", ComposeCheck.Web(lines));

    [Theory]
    [InlineData("stop_grace_period: [|'10'|]")]
    [InlineData("stop_grace_period: 1m30s")]
    [InlineData("stop_grace_period: ${T:-[|x|]}", false)]
    [InlineData("healthcheck:\n  test: [CMD, x]\n  interval: [|ten seconds|]")]
    [InlineData("healthcheck:\n  test: [[|curl|], localhost]")]
    [InlineData("healthcheck:\n  test: curl localhost")]
    [InlineData("mem_limit: [|lots|]")]
    [InlineData("mem_limit: 512m")]
    [InlineData("memswap_limit: -1")]
    [InlineData("scale: [|-1|]")]
    [InlineData("deploy:\n  replicas: [|-2|]")]
    [InlineData("cpu_percent: [|101|]")]
    [InlineData("oom_score_adj: [|1001|]")]
    [InlineData("oom_score_adj: -500")]
    [InlineData("cgroup: [|hosts|]")]
    [InlineData("restart: [|never|]")]
    [InlineData("restart: on-failure:5")]
    [InlineData("restart: no")]
    [InlineData("pull_policy: [|sometimes|]")]
    [InlineData("pull_policy: every_12h")]
    [InlineData("ports: [[|'70000:80'|], '80', '8000-8001:90-91', '[::1]:1:1', '127.0.0.1::80', '53:53/udp']")]
    [InlineData("ports: [[|'80:http'|], [|'a.b:80:80'|], [|'80:80/http'|], [|'1-2:80-82'|]]")]
    [InlineData("ports: ['${P}:80', '$P']")]
    [InlineData("depends_on:\n  db:\n    condition: [|healthy|]")]
    [InlineData("volumes:\n  - type: [|binds|]\n    source: a\n    target: /a")]
    [InlineData("volumes:\n  - type: tmpfs\n    target: /a\n    tmpfs:\n      size: [|-1|]")]
    [InlineData("environment:\n  '[|A |]': 1", false)]
    [InlineData("security_opt: [a, [|a|]]")]
    [InlineData("command: echo [|$|](date) $$HOME $HOME ${X:-y}")]
    [InlineData("command: echo [|$|]{}")]
    [InlineData("labels:\n  a: cost [|$|] 5")]
    [InlineData("develop:\n  watch:\n    - path: .\n      action: [|sync|]")]
    [InlineData("develop:\n  watch:\n    - path: .\n      action: rebuild")]
    [InlineData("deploy:\n  resources:\n    reservations:\n      devices:\n        - capabilities: [gpu]\n          [|count|]: 1\n          device_ids: ['0']")]
    [InlineData("deploy:\n  resources:\n    reservations:\n      devices:\n        - capabilities: [gpu]\n          count: [|some|]")]
    public void Reports_values(string lines, bool isChecked = true)
    {
        if (isChecked)
            RuleVerifier.Verify<ComposeInvalidValue>("compose.yaml", ComposeCheck.Web(lines));
        else
            Assert.NotEmpty(RuleVerifier.Scan(ComposeInvalidValue.Instance, [("compose.yaml", ComposeCheck.Web(lines.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)))]));
    }

    [Theory]
    [InlineData("name: [|Shop|]\n")]
    [InlineData("name: shop-1_a\n")]
    [InlineData("name: ${NAME}\n")]
    public void Reports_values_of_the_top_level(string marked) => RuleVerifier.Verify<ComposeInvalidValue>("compose.yaml", marked);

    [Fact]
    public void Takes_values_from_the_environment_file() => Assert.Single(RuleVerifier.Scan(ComposeInvalidValue.Instance, [("compose.yaml", "services:\n  web:\n    image: a:1\n    restart: ${R:-never}\n")]));

    [Fact]
    public void Accepts_in_an_override_what_changes_nothing()
    {
        RuleVerifier.Verify<SchemaViolation>(("compose.yaml", "services:\n  web:\n    image: a:1\n    ports:[||]\n"), ("compose.override.yaml", "services:\n  web:\n    ports:\n    depends_on:\n      db:\n        required: false\n"));
    }

    [Fact]
    public void Reports_what_an_anchor_names_once() => RuleVerifier.Verify<SchemaViolation>(
        "compose.yaml",
        "x-a: &a\n  [|imag|]: b\nservices:\n  one:\n    <<: *a\n  two:\n    <<: *a\n  three: *a\n");

    [Fact]
    public void Suggests_the_key_that_was_meant() => Assert.Contains(
        "did you mean 'privileged'?",
        Assert.Single(RuleVerifier.Scan(SchemaViolation.Instance, [("compose.yaml", ComposeCheck.Web("priviledged: true"))])).Message,
        StringComparison.Ordinal);
}
