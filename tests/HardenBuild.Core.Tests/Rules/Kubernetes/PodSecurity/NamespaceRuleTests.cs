using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules.Kubernetes.PodSecurity;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.PodSecurity;

public sealed class NamespaceRuleTests
{
    private const string Enforce = "pod-security.kubernetes.io/enforce";
    private const string Hardened =
        "containers:\n- name: api\n  securityContext: {runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}\n";

    [Theory]
    [InlineData("[|shop|]", "")]
    [InlineData("[|shop|]", "labels: {pod-security.kubernetes.io/warn: restricted}")]
    [InlineData("shop", "labels: {pod-security.kubernetes.io/enforce: [|strict|]}")]
    public void Namespace_without_a_level_is_reported(string name, string fields) =>
        RuleVerifier.Verify<NamespacePodSecurityEnforceMissing>("namespace.yaml", Namespace(name, fields));

    [Theory]
    [InlineData("shop", "labels: {pod-security.kubernetes.io/enforce: baseline}")]
    [InlineData("shop", "labels: {pod-security.kubernetes.io/enforce: privileged}")]
    [InlineData("shop", "labels: {pod-security.kubernetes.io/enforce: '${LEVEL}'}")]
    [InlineData("shop", "labels: {{ .Values.labels }}")]
    [InlineData("kube-system", "")]
    public void Namespace_with_a_level_is_accepted(string name, string fields) =>
        RuleVerifier.Verify<NamespacePodSecurityEnforceMissing>("namespace.yaml", Namespace(name, fields));

    [Fact]
    public void Level_privileged_is_reported_where_the_pods_need_less() => RuleVerifier.Verify<NamespacePodSecurityEnforceMissing>(
        ("namespace.yaml", Namespace("shop", "labels: {pod-security.kubernetes.io/enforce: [|privileged|]}")),
        ("shop.yaml", WorkloadKinds.Manifest("Deployment", "containers: [{name: a}]\n")));

    [Fact]
    public void Level_privileged_is_accepted_where_a_pod_needs_it() => RuleVerifier.Verify<NamespacePodSecurityEnforceMissing>(
        ("namespace.yaml", Namespace("shop", "labels: {pod-security.kubernetes.io/enforce: privileged}")),
        ("shop.yaml", WorkloadKinds.Manifest("Deployment", "hostPID: true\ncontainers: [{name: a}]\n")),
        ("other.yaml", WorkloadKinds.Manifest("StatefulSet", "containers: [{name: a}]\n")));

    [Theory]
    [InlineData("containers: [{name: a}]\n", "baseline")]
    [InlineData(Hardened, "restricted")]
    public void Advice_is_the_strictest_level_that_the_pods_meet(string spec, string level)
    {
        var rule = HardenBuild.Rules.RuleCatalog.All.OfType<NamespacePodSecurityEnforceMissing>().Single();
        var finding = Assert.Single(RuleVerifier.Scan(rule, [("namespace.yaml", Namespace("shop", "")), ("shop.yaml", WorkloadKinds.Manifest("Job", spec))]));

        Assert.EndsWith($"enforce: {level}'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: {name: x}\n")]
    [InlineData("apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: K8sPSPPrivilegedContainer\nmetadata: {name: x}\n")]
    public void Another_policy_engine_takes_the_place_of_labels(string policy) =>
        RuleVerifier.Verify<NamespacePodSecurityEnforceMissing>(("namespace.yaml", Namespace("shop", "")), ("policy.yaml", policy));

    [Theory]
    [InlineData("labels: {pod-security.kubernetes.io/enforce: [|restricted|]}")]
    [InlineData("labels: {pod-security.kubernetes.io/enforce: privileged}")]
    [InlineData("labels: {pod-security.kubernetes.io/enforce: baseline, pod-security.kubernetes.io/enforce-version: latest}")]
    [InlineData("")]
    public void Level_without_a_version_is_reported(string fields) => RuleVerifier.Verify<NamespacePodSecurityVersionUnpinned>("namespace.yaml", Namespace("shop", fields));

    [Fact]
    public void Set_without_any_policy_is_reported_once_at_its_first_namespace() => RuleVerifier.Verify<NoPolicyEnforcementInSet>(
        ("a.yaml", Namespace("[|shop|]", "")), ("b.yaml", Namespace("other", "")), ("shop.yaml", WorkloadKinds.Manifest("Job", "containers: [{name: a}]\n")));

    [Theory]
    [InlineData("apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: {name: x}\n")]
    [InlineData("apiVersion: v1\nkind: Namespace\nmetadata: {name: x, labels: {pod-security.kubernetes.io/warn: baseline}}\n")]
    [InlineData("apiVersion: v1\nkind: Namespace\nmetadata: {name: x, labels: '{{ .Values.labels }}'}\n")]
    public void Set_with_a_policy_is_accepted(string policy) =>
        RuleVerifier.Verify<NoPolicyEnforcementInSet>(("a.yaml", Namespace("shop", "")), ("policy.yaml", policy));

    [Fact]
    public void Weaker_copy_of_a_namespace_is_reported() => RuleVerifier.Verify<NamespacePodSecurityLowered>(
        ("base/namespace.yaml", Namespace("shop", $"labels: {{{Enforce}: {{|#0:restricted|}}}}")),
        ("production/namespace.yaml", Namespace("shop", $"labels: {{{Enforce}: [|baseline|]}}")));

    [Fact]
    public void Copies_that_say_nothing_or_the_same_are_accepted() => RuleVerifier.Verify<NamespacePodSecurityLowered>(
        ("base/namespace.yaml", Namespace("shop", $"labels: {{{Enforce}: restricted}}")),
        ("patch/namespace.yaml", Namespace("shop", "annotations: {a: b}")),
        ("other/namespace.yaml", Namespace("shop", $"labels: {{{Enforce}: restricted}}")),
        ("third/namespace.yaml", Namespace("third", $"labels: {{{Enforce}: privileged}}")));

    [Fact]
    public void Weaker_copy_for_development_is_a_suggestion()
    {
        var rule = HardenBuild.Rules.RuleCatalog.All.OfType<NamespacePodSecurityLowered>().Single();
        var finding = Assert.Single(RuleVerifier.Scan(rule,
        [
            ("base/namespace.yaml", Namespace("shop", $"labels: {{{Enforce}: restricted}}")),
            ("overlays/dev/namespace.yaml", Namespace("shop", $"labels: {{{Enforce}: privileged}}")),
        ]));

        Assert.Equal(HardenBuild.Rules.RuleSeverity.Suggestion, finding.AtMost);
    }

    [Theory]
    [InlineData("[|privileged|]", "restricted", Hardened)]
    [InlineData("baseline", "restricted", Hardened)]
    [InlineData("privileged", "restricted", "containers: [{name: a}]\n")]
    [InlineData("privileged", "baseline", Hardened)]
    public void Level_two_steps_below_what_the_pods_meet_is_reported(string enforce, string warn, string spec) => RuleVerifier.Verify<NamespacePodSecurityLowered>(
        ("namespace.yaml", Namespace("shop", $"labels: {{{Enforce}: {enforce}, pod-security.kubernetes.io/warn: {warn}}}")),
        ("shop.yaml", WorkloadKinds.Manifest("Deployment", spec)));

    private static string Namespace(string name, string fields) => $"apiVersion: v1\nkind: Namespace\nmetadata:\n  name: {name}\n{(fields.Length > 0 ? "  " + fields + "\n" : "")}";
}
