using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.Secrets;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Secrets;

public sealed class SecretRuleTests
{
    // In two parts, so that scanners of this repository let it pass.
    private const string Token = "ghp_" + "1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT1uV2wX";

    [Theory]
    [InlineData("env: [{name: [|A|], valueFrom: {secretKeyRef: {name: s, key: a}}}, {name: {|#0:B|}, valueFrom: {secretKeyRef: {name: s, key: b, optional: true}}}]")]
    [InlineData("envFrom: [{configMapRef: {name: c}}, {secretRef: {name: [|s|]}}]")]
    [InlineData("envFrom: [{[|secretRef|]: {name: '{{ x }}'}}]")]
    [InlineData("env: [{name: A, valueFrom: {configMapKeyRef: {name: c, key: a}}}, {name: B, value: b}]")]
    [InlineData("envFrom: [{secretRef: }]")]
    [InlineData("env: '{{ x }}'")]
    public void Secret_as_environment(string fields)
    {
        Verify<SecretInEnvFromSecretRef>(Manifests.Container(fields));
        Verify<SecretInEnvFromSecretRef>(Manifests.CronJob($"initContainers: [{{name: i, {fields}}}]\n"));
    }

    [Fact]
    public void Names_the_first_variables()
    {
        var variables = string.Join(", ", "ABCDE".Select(name => $"{{name: {name}, valueFrom: {{secretKeyRef: {{name: s, key: k}}}}}}"));

        Assert.Contains("('A', 'B', 'C' and 2 more)", Assert.Single(Scan<SecretInEnvFromSecretRef>(Manifests.Container($"env: [{variables}]"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{name: DB_PASSWORD, value: [|hunter2|]}")]
    [InlineData("{name: DB_PASSWORD, value: \"[|hunter2|]\"}")]
    [InlineData("{name: ANYTHING, value: x [|" + Token + "|] y}")]
    [InlineData("{name: ConnectionStrings__Shop, value: \"Server=db;User Id=sa;Password=[|hunter22|];\"}")]
    [InlineData("{name: ConnectionStrings__Shop, value: \"Server=db;Integrated Security=true\"}")]
    [InlineData("{name: DB_PASSWORD, value: ''}")]
    [InlineData("{name: DB_PASSWORD, value: '{{ x }}'}")]
    [InlineData("{name: DB_PASSWORD, value: $(OTHER)}")]
    [InlineData("{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: s, key: k}}}")]
    [InlineData("{name: BLAH, value: secretsquirrels}")]
    [InlineData("{name: '{{ x }}', value: hunter2}")]
    [InlineData("{name: TOKEN_TTL, value: 5m}")]
    [InlineData("text")]
    public void Secret_as_value(string variable)
    {
        Verify<HardcodedSecretInEnvValue>(Manifests.Container($"env: [{variable}]"));
        Verify<HardcodedSecretInEnvValue>(Manifests.CronJob($"initContainers: [{{name: i, env: [{variable}]}}]\n"));
    }

    [Theory]
    [InlineData("changeme", RuleSeverity.Suggestion)]
    [InlineData("xxxxx", RuleSeverity.Suggestion)]
    [InlineData("hunter2", RuleSeverity.Error)]
    public void Placeholder_is_a_suggestion(string value, RuleSeverity expected)
    {
        Assert.Equal(expected, Assert.Single(Scan<HardcodedSecretInEnvValue>(Manifests.Container($"env: [{{name: DB_PASSWORD, value: {value}}}]"))).AtMost);
        Assert.Equal(expected, Assert.Single(Scan<HardcodedSecretInConfigmap>(ConfigMap($"DB_PASSWORD: {value}"))).AtMost);
    }

    [Theory]
    [InlineData("env: [{name: DB_PASSWORD, value: hunter2}, {name: X, value: " + Token + "}]\nargs: [--password=hunter2, --token, " + Token + "]")]
    public void Messages_do_not_repeat_the_secret(string fields)
    {
        var text = Manifests.Container(fields) + "---\n" + ConfigMap("DB_PASSWORD: hunter2\nx: " + Token) + "---\n" + Secret("stringData: {password: hunter2}");
        var rules = RuleCatalog.All.Where(rule => rule.Id is "HB3058" or "HB3059" or "HB3060" or "HB3062").ToList();

        Assert.All(rules, rule => Assert.True(rule.Metadata.IsAboutSecretValue));
        var findings = rules.SelectMany(rule => RuleVerifier.Scan(rule, [("manifests.yaml", text)])).ToList();
        Assert.Equal(7, findings.Count);
        Assert.All(findings, finding => Assert.DoesNotContain("hunter2", finding.Message, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.DoesNotContain(Token, finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("args: [--password=[|hunter2|]]")]
    [InlineData("args: [--password, [|hunter2|]]")]
    [InlineData("command: [app, \"--db=postgres://user:[|hunter22|]@db/shop\"]")]
    [InlineData("command: [sh, -c, \"export PGPASSWORD=[|hunter2|]; psql\"]")]
    [InlineData("command: [sh, -c]\nargs:\n- |\n  set -e\n  app --token='[|hunter2|]'\n")]
    [InlineData("args: [--token=[|" + Token + "|]]")]
    [InlineData("args: [--client-secret=[|shop-7|]]")]
    [InlineData("args: [--password=$(DB_PASSWORD), '--token={{ x }}']")]
    [InlineData("args: [--password-file=/x, --token-ttl=5m, --tls-secret=shop-tls7, --password, --verbose]")]
    [InlineData("args: [--initial-cluster-token=etcd-1, --secret-name, shop]")]
    [InlineData("args: '{{ x }}'")]
    [InlineData("args: [[x]]")]
    public void Secret_on_the_command_line(string fields) => Verify<HardcodedSecretInArgs>(Manifests.Container(fields));

    [Theory]
    [InlineData("DB_PASSWORD: [|hunter2|]")]
    [InlineData("pwd: \"[|cGFzc3dvcmQ=|]\"")]
    [InlineData("app.properties: |\n  a=1\n  # password=old\n  db.password=[|hunter2|]\n  db.password.file=/x\n")]
    [InlineData("app.json: |\n  {\"db\": {\"password\": \"[|hunter2|]\"}}\n")]
    [InlineData("app.yaml: |\n  db:\n    password: [|hunter2|] # real\n    user: shop\n")]
    [InlineData("env: REDIS_PASSWORD=[|abcd1234|]")]
    [InlineData("app.ini: |\n  token = [|" + Token + "|]\n")]
    [InlineData("start.sh: |\n  #!/bin/sh\n  export TOKEN=[|hunter2|]\n  password: read\n")]
    [InlineData("env: REDIS_PASSWORD=")]
    [InlineData("env: REDIS_PASSWORD=${REDIS_PASSWORD}")]
    [InlineData("env: \"REDIS_PASSWORD={{ .Values.redis.password }}\"")]
    [InlineData("app.py: |\n  password = 'hunter2'\n")]
    [InlineData("grafana.json: |\n  {\"panels\": [], \"token\": \"hunter2\"}\n")]
    [InlineData("oidc.yaml: |\n  token_endpoint: https://login.example.com/token\n  secretName: shop\n  existingSecret: shop\n  password-policy: strict\n")]
    [InlineData("bypass: hunter2")]
    [InlineData("color: blue")]
    [InlineData("ca.crt: |\n  -----BEGIN CERTIFICATE-----\n  MIIB\n")]
    public void Secret_in_a_config_map(string data) => Verify<HardcodedSecretInConfigmap>(ConfigMap(data));

    [Fact]
    public void Binary_data_is_decoded() => Verify<HardcodedSecretInConfigmap>("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\nbinaryData: {a: [|cGFzc3dvcmQ9aHVudGVyMgo=|], b: AAEC, c: no base64}\n");

    [Theory]
    [InlineData("contact: [|jane@shop.test|]")]
    [InlineData("x: |\n  phone=[|+4930|]\n  colour=blue\n")]
    [InlineData("account: [|DE89370400440532013000|]")]
    [InlineData("account: DE00370400440532013000")]
    [InlineData("contact: nobody@example.com")]
    [InlineData("username: ${USER}")]
    public void Data_about_people(string data) => Verify<PersonalDataInConfigmap>(ConfigMap(data));

    [Theory]
    [InlineData("stringData: {[|password|]: hunter2}")]
    [InlineData("data: {[|password|]: aHVudGVyMg==}")]
    [InlineData("data: {{|#0:name|}: c2hvcA==, [|password|]: aHVudGVyMg==}")]
    [InlineData("type: kubernetes.io/tls\ndata: {tls.crt: LS0t, [|tls.key|]: LS0t}")]
    [InlineData("type: kubernetes.io/tls\ndata: {tls.crt: LS0t}")]
    [InlineData("type: kubernetes.io/dockerconfigjson\ndata: {[|.dockerconfigjson|]: eyJhdXRocyI6eyJyIjp7InBhc3N3b3JkIjoieCJ9fX0=}")]
    [InlineData("type: kubernetes.io/dockerconfigjson\nstringData: {[|.dockerconfigjson|]: '{\"auths\": {}}'}")]
    [InlineData("stringData: {[|password|]: '$ecret!7', other: $OTHER}")]
    [InlineData("data: {}")]
    [InlineData("data: {password: ''}")]
    [InlineData("data: {password: '{{ randAlphaNum 16 | b64enc }}'}")]
    [InlineData("data: '{{ x }}'")]
    [InlineData("data: {password: 'ENC[AES256_GCM,data:x]'}")]
    [InlineData("data: {password: aHVudGVyMg==}\nsops: {mac: x}")]
    [InlineData("type: kubernetes.io/service-account-token")]
    public void Secret_with_values(string fields) => Verify<SecretManifestWithLiteralData>(Secret(fields));

    [Theory]
    [InlineData("tests/secret.yaml", 0)]
    [InlineData("deploy/secret.yaml", 1)]
    public void Fixtures_are_left_alone(string path, int expected) =>
        Assert.Equal(expected, RuleVerifier.Scan(RuleCatalog.All.OfType<SecretManifestWithLiteralData>().Single(), [(path, Secret("stringData: {password: hunter2}"))]).Count);

    [Theory]
    [InlineData("  annotations: {kubernetes.io/service-account.name: a}\ntype: [|kubernetes.io/service-account-token|]\n")]
    [InlineData("type: kubernetes.io/service-account-token\n")]
    [InlineData("  annotations: {kubernetes.io/service-account.name: a}\ntype: Opaque\n")]
    public void Token_that_never_expires(string fields) => Verify<ServiceAccountTokenSecret>("apiVersion: v1\nkind: Secret\nmetadata:\n  name: t\n" + fields);

    [Theory]
    [InlineData("secret: {secretName: [|s|]}", "v")]
    [InlineData("projected: {sources: [{secret: {name: [|s|]}}]}", "v")]
    [InlineData("secret: {secretName: s}", "other")]
    [InlineData("secret: {secretName: t}", "v")]
    public void Secret_in_a_volume(string source, string mount) => Verify<WorkloadMountsSecret>(
        "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n---\n" + Manifests.Pod($"containers: [{{name: a, volumeMounts: [{{name: {mount}, mountPath: /x}}]}}]\nvolumes: [{{name: v, {source}}}]\n"));

    [Theory]
    [InlineData("volumes: [{name: v, secret: {secretName: [|s|]}}]\ncontainers: []\n", "")]
    [InlineData("containers: [{name: a, envFrom: [{secretRef: {name: [|s|]}}]}]\nvolumes: [{name: v, secret: {secretName: {|#0:t|}}}]\n", "")]
    [InlineData("volumes: [{name: v, secret: {secretName: s}}]\ncontainers: []\n", "---\napiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: s}\n")]
    [InlineData("volumes: [{name: v, secret: {secretName: s}}, {name: w, csi: {driver: secrets-store.csi.k8s.io}}]\ncontainers: []\n", "")]
    [InlineData("containers: [{name: a}]\n", "")]
    public void Store_of_secrets(string pod, string more) => Verify<ExternalSecretStoreNotUsed>(Manifests.Pod(pod) + more);

    [Theory]
    [InlineData("serviceAccountToken: {path: token, expirationSeconds: [|604800|]}", "")]
    [InlineData("[|serviceAccountToken|]: {path: vault}", "")]
    [InlineData("[|serviceAccountToken|]: {path: token}", "automountServiceAccountToken: true\n")]
    [InlineData("serviceAccountToken: {path: token}", "")]
    [InlineData("serviceAccountToken: {path: vault, audience: vault, expirationSeconds: 86400}", "")]
    [InlineData("serviceAccountToken: {path: vault, audience: '{{ x }}', expirationSeconds: '{{ x }}'}", "")]
    [InlineData("serviceAccountToken: '{{ x }}'", "")]
    [InlineData("configMap: {name: c}", "")]
    public void Token_in_a_volume(string source, string more) => Verify<ProjectedTokenLongLived>(Manifests.PodWithContainer($"{more}volumes: [{{name: v, projected: {{sources: [{{{source}}}]}}}}]\n"));

    [Fact]
    public void Token_that_admission_adds_is_no_manifest() =>
        Verify<ProjectedTokenLongLived>(Manifests.PodWithContainer("volumes: [{name: kube-api-access-x7k2p, projected: {sources: [{serviceAccountToken: {path: x, expirationSeconds: 604800}}]}}]\n"));

    private static string ConfigMap(string data) =>
        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\ndata:\n" + string.Concat(data.TrimEnd('\n').Split('\n').Select(line => "  " + line + "\n"));

    private static string Secret(string fields) => "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\n" + fields + "\n";

    private static List<Finding> Scan<TRule>(string text)
        where TRule : Rule => RuleVerifier.Scan(RuleCatalog.All.OfType<TRule>().Single(), [("manifests.yaml", text)]);

    private static void Verify<TRule>(string marked)
        where TRule : Rule => RuleVerifier.Verify<TRule>("manifests.yaml", marked);
}
