using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules.Kubernetes.Apis;
using HardenBuild.Rules.Kubernetes.Objects;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Objects;

/// <summary>Names, labels and versions of objects.</summary>
public sealed class ObjectRuleTests
{
    [Theory]
    [InlineData("app: [|shop api|]")]
    [InlineData("app: [|1.10|]")]
    [InlineData("app: [|true|]")]
    [InlineData("app: [|-a|]")]
    [InlineData("[|a b|]: x")]
    [InlineData("app: '1.10'")]
    [InlineData("app: ''")]
    [InlineData("app:")]
    [InlineData("example.com/app_1: a.b_c-d")]
    [InlineData("app: '{{ x }}'")]
    public void Label_that_the_API_refuses(string label) =>
        RuleVerifier.Verify<InvalidLabelValue>("map.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels:\n    {label}\n");

    [Theory]
    [InlineData("[|{app: web}|]", "apps/v1", "Deployment")]
    [InlineData("{app: api}", "apps/v1", "StatefulSet")]
    [InlineData("{app: '{{ x }}'}", "apps/v1", "Deployment")]
    [InlineData("[|{app: web}|]", "batch/v1", "Job")]
    public void Selector_that_misses_its_own_pods(string labels, string version, string kind) => RuleVerifier.Verify<SelectorTemplateLabelsMismatch>(
        "a.yaml",
        $"apiVersion: {version}\nkind: {kind}\nmetadata: {{name: api}}\nspec:\n  selector: {{matchLabels: {labels}}}\n  template:\n    metadata: {{labels: {{app: api}}}}\n    spec: {{containers: [{{name: a}}]}}\n");

    [Theory]
    [InlineData("[{name: A, value: b}, {name: [|A|], value: c}]")]
    [InlineData("[{name: A, value: b}, {name: a, value: c}]")]
    [InlineData("[{name: '{{ x }}', value: b}, {name: '{{ x }}', value: c}]")]
    public void Variable_that_is_set_twice(string variables) => RuleVerifier.Verify<DuplicateEnvVar>("pod.yaml", Manifests.Pod($"containers: [{{name: a, env: {variables}}}]\n"));

    [Theory]
    [InlineData("name: [|a|], namespace: shop")]
    [InlineData("name: a, namespace: other")]
    [InlineData("name: b, namespace: shop")]
    [InlineData("generateName: a, namespace: shop")]
    [InlineData("name: a, namespace: '{{ x }}'")]
    [InlineData("name: a, namespace: shop, annotations: {helm.sh/hook: test}")]
    public void Object_that_is_defined_twice(string metadata) => RuleVerifier.Verify<DuplicateResource>(
        "a.yaml",
        $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: a, namespace: shop}}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {{{metadata}}}\n");

    [Fact]
    public void Objects_of_other_files_may_be_for_other_clusters() => RuleVerifier.Verify<DuplicateResource>(
        ("dev/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n"),
        ("prod/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n"));

    [Theory]
    [InlineData("1.24", "[|policy/v1beta1|]")]
    [InlineData("1.25", "policy/v1beta1")]
    [InlineData("1.24", "policy/v1")]
    public void Version_that_the_next_upgrade_removes(string cluster, string version) => RuleVerifier.Verify<DeprecatedApiVersion>(
        ("budget.yaml", $"apiVersion: {version}\nkind: PodDisruptionBudget\nmetadata: {{name: a}}\n"),
        (".editorconfig", $"[*]\nhardenbuild.kube_version = {cluster}\n"));

    [Theory]
    [InlineData("tolerations: [{key: [|node-role.kubernetes.io/master|]}]")]
    [InlineData("tolerations: [{key: node-role.kubernetes.io/master}, {key: node-role.kubernetes.io/control-plane}]")]
    [InlineData("nodeSelector: {[|beta.kubernetes.io/arch|]: amd64}")]
    [InlineData("nodeSelector: {kubernetes.io/arch: amd64}")]
    public void Key_that_Kubernetes_renamed(string fields) => RuleVerifier.Verify<DeprecatedWellKnownKey>("pod.yaml", Manifests.Pod(fields + "\ncontainers: [{name: a}]\n"));
}
