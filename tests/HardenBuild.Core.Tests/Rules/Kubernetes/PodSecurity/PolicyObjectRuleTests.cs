using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.PodSecurity;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.PodSecurity;

/// <summary>Policies of clusters before Pod Security Admission, and those of OpenShift.</summary>
public sealed class PolicyObjectRuleTests
{
    [Theory]
    [InlineData("hostPID: [|true|]")]
    [InlineData("hostPID: false")]
    [InlineData("hostPID: '{{ x }}'")]
    public void Host_pid(string spec) => Verify<PspAllowsHostPid>(spec);

    [Theory]
    [InlineData("privileged: [|true|]")]
    [InlineData("privileged: false")]
    public void Privileged(string spec) => Verify<PspAllowsPrivileged>(spec);

    [Theory]
    [InlineData("hostIPC: [|true|]")]
    [InlineData("{}")]
    public void Host_ipc(string spec) => Verify<PspAllowsHostIpc>(spec);

    [Theory]
    [InlineData("hostNetwork: [|true|]")]
    [InlineData("hostNetwork:")]
    public void Host_network(string spec) => Verify<PspAllowsHostNetwork>(spec);

    [Theory]
    [InlineData("allowPrivilegeEscalation: [|true|]", "p")]
    [InlineData("privileged: false", "[|p|]")]
    [InlineData("allowPrivilegeEscalation: false", "p")]
    public void Privilege_escalation(string spec, string name) => Verify<PspAllowsPrivilegeEscalation>(spec, name);

    [Theory]
    [InlineData("runAsUser: {rule: [|RunAsAny|]}", "p")]
    [InlineData("runAsUser: {rule: [|MustRunAs|], ranges: [{min: 0, max: 5}]}", "p")]
    [InlineData("runAsUser: {rule: [|MustRunAs|]}", "p")]
    [InlineData("privileged: false", "[|p|]")]
    [InlineData("runAsUser: {rule: MustRunAs, ranges: [{min: 1, max: 5}]}", "p")]
    [InlineData("runAsUser: {rule: MustRunAsNonRoot}", "p")]
    [InlineData("runAsUser: {{ x }}", "p")]
    public void Root(string spec, string name) => Verify<PspAllowsRoot>(spec, name);

    [Theory]
    [InlineData("requiredDropCapabilities: [|[CHOWN]|]", "p")]
    [InlineData("privileged: false", "[|p|]")]
    [InlineData("requiredDropCapabilities: [NET_RAW]", "p")]
    [InlineData("requiredDropCapabilities: [ALL]", "p")]
    [InlineData("requiredDropCapabilities: ['${CAP}']", "p")]
    public void Net_raw(string spec, string name) => Verify<PspDoesNotDropNetRaw>(spec, name);

    [Theory]
    [InlineData("allowedCapabilities: [[|'*'|], {|#0:BPF|}]")]
    [InlineData("defaultAddCapabilities: [[|BPF|]]")]
    [InlineData("allowedCapabilities: []")]
    public void Added_capabilities(string spec) => Verify<PspAllowsAddedCapabilities>(spec);

    [Theory]
    [InlineData("requiredDropCapabilities: [|[]|]", "p")]
    [InlineData("privileged: false", "[|p|]")]
    [InlineData("requiredDropCapabilities: [CHOWN]", "p")]
    public void Required_drop(string spec, string name) => Verify<PspDoesNotRequireDrop>(spec, name);

    [Theory]
    [InlineData("{name: [|p|]}")]
    [InlineData("{name: p, annotations: {seccomp.security.alpha.kubernetes.io/defaultProfileName: [|unconfined|]}}")]
    [InlineData("{name: p, annotations: {seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default}}")]
    [InlineData("{name: p, annotations: {seccomp.security.alpha.kubernetes.io/defaultProfileName: docker/default}}")]
    public void Seccomp(string metadata) =>
        RuleVerifier.Verify<PspSeccompNotDefault>("policy.yaml", $"apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata: {metadata}\nspec: {{privileged: false}}\n");

    [Fact]
    public void Permissive_policy_beside_a_strict_one_is_for_agents() => RuleVerifier.Verify<PspAllowsPrivileged>(
        ("a.yaml", "apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata: {name: a}\nspec: {privileged: true}\n"),
        ("b.yaml", "apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata: {name: b}\nspec: {privileged: false}\n"));

    [Theory]
    [InlineData("shop", "[|true|]")]
    [InlineData("shop", "false")]
    [InlineData("privileged", "true")]
    [InlineData("node-exporter", "true")]
    public void Security_context_constraints(string name, string value) => RuleVerifier.Verify<SccAllowsPrivileged>(
        "scc.yaml", $"apiVersion: security.openshift.io/v1\nkind: SecurityContextConstraints\nmetadata: {{name: {name}}}\nallowPrivilegedContainer: {value}\n");

    [Fact]
    public void Fields_of_other_kinds_are_something_else() =>
        RuleVerifier.Verify<PspAllowsPrivileged>("x.yaml", "apiVersion: example.com/v1\nkind: PodSecurityPolicy\nmetadata: {name: a}\nspec: {privileged: true}\n");

    private static void Verify<TRule>(string spec, string name = "p")
        where TRule : Rule =>
        RuleVerifier.Verify<TRule>("policy.yaml", $"apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata: {{name: {name}}}\nspec:\n  {spec}\n");
}
