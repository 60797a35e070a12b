using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Security;

/// <summary>Capabilities, profiles and kernel settings.</summary>
public sealed class KernelRuleTests
{
    [Theory]
    [InlineData("add: [[|CHOWN|], NET_BIND_SERVICE, [|CAP_CHOWN|]]")]
    [InlineData("add: ['${CAP}']")]
    public void Beyond_restricted(string capabilities) => Capability<CapabilityAddedNotInRestricted>(capabilities);

    [Theory]
    [InlineData("add: [[|NET_RAW|], [|cap_net_raw|], ALL]")]
    [InlineData("drop: [NET_RAW]")]
    public void Net_raw_added(string capabilities) => Capability<CapabilityNetRawAdded>(capabilities);

    [Theory]
    [InlineData("add: [[|SYS_MODULE|], SYS_ADMIN]")]
    [InlineData("drop: [SYS_MODULE]")]
    public void Sys_module_added(string capabilities) => Capability<CapabilitySysModuleAdded>(capabilities);

    [Theory]
    [InlineData("add: [[|NET_ADMIN|], [|CAP_BPF|], CHOWN, LEASE]")]
    [InlineData("add: [NET_BIND_SERVICE]")]
    public void Dangerous_added(string capabilities) => Capability<CapabilityDangerousAdded>(capabilities);

    [Theory]
    [InlineData("containers:\n- name: [|a|]\n- name: b\n  securityContext: {capabilities: {drop: [CHOWN]}}\n- name: {|#0:c|}\n  securityContext: {capabilities: {drop: []}}\n")]
    [InlineData("containers:\n- name: a\n  securityContext: {capabilities: {drop: ['{{ x }}']}}\n")]
    public void Nothing_dropped(string marked) => Verify<CapabilitiesNothingDropped>(Manifests.Pod(marked));

    [Theory]
    [InlineData("containers:\n- name: [|a|]\n- name: b\n  securityContext: {capabilities: {drop: [NET_RAW]}}\n- name: c\n  securityContext: {capabilities: {drop: [all]}}\n- name: {|#0:d|}\n  securityContext: {capabilities: {drop: [CHOWN]}}\n")]
    [InlineData("os: {name: windows}\ncontainers:\n- name: a\n")]
    public void Net_raw_kept(string marked) => Verify<CapabilitiesNetRawNotDropped>(Manifests.Pod(marked));

    [Theory]
    [InlineData("containers:\n- name: [|a|]\n- name: b\n  securityContext: {seLinuxOptions: {level: s0}}\n")]
    [InlineData("securityContext: {seccompProfile: {type: RuntimeDefault}}\ncontainers:\n- name: a\n")]
    [InlineData("securityContext: {seccompProfile: {type: Unconfined}}\ncontainers:\n- name: [|a|]\n- name: b\n  securityContext: {appArmorProfile: {type: RuntimeDefault}}\n")]
    [InlineData("containers:\n- name: a\n  securityContext: {capabilities: {drop: [CHOWN]}}\n- name: [|b|]\n  securityContext: {capabilities: {drop: [CHOWN], add: [ALL]}}\n")]
    [InlineData("containers:\n- name: a\n  securityContext: {{ .Values.context }}\n")]
    public void No_hardening(string marked) => Verify<NoLinuxHardening>(Manifests.Pod(marked));

    [Theory]
    [InlineData("securityContext: {sysctls: [{name: net.ipv4.ip_unprivileged_port_start, value: '0'}, {name: [|net.core.somaxconn|], value: '1'}]}")]
    [InlineData("securityContext: {sysctls: [{name: net/ipv4/tcp_syncookies, value: '0'}, {name: '{{ x }}'}, text]}")]
    [InlineData("securityContext: {sysctls: {{ x }}}")]
    public void Sysctl(string marked) => Verify<UnsafeSysctl>(Manifests.PodWithContainer(marked + "\n"));

    [Theory]
    [InlineData("[|seccomp.security.alpha.kubernetes.io/pod|]: runtime/default\n    {|#0:container.seccomp.security.alpha.kubernetes.io/web|}: unconfined")]
    [InlineData("seccomp.security.alpha.kubernetes.io/allowedProfileNames: '*'")]
    [InlineData("'{{ x }}': y")]
    public void Seccomp_annotation(string annotations) => Verify<SeccompAnnotationDeprecated>(Annotated(annotations));

    [Fact]
    public void Seccomp_annotation_beside_the_field_is_a_suggestion() => Assert.Equal(
        RuleSeverity.Suggestion,
        Assert.Single(RuleVerifier.Scan(
            RuleCatalog.All.OfType<SeccompAnnotationDeprecated>().Single(),
            [("pod.yaml", Annotated("seccomp.security.alpha.kubernetes.io/pod: runtime/default") + "  securityContext: {seccompProfile: {type: RuntimeDefault}}\n")])).AtMost);

    [Theory]
    [InlineData("[|container.apparmor.security.beta.kubernetes.io/old|]: runtime/default")]
    [InlineData("container.apparmor.security.beta.kubernetes.io/web: runtime/default")]
    [InlineData("container.apparmor.security.beta.kubernetes.io/istio-proxy: runtime/default")]
    [InlineData("container.apparmor.security.beta.kubernetes.io/{{ x }}: runtime/default")]
    public void Apparmor_annotation_of_nobody(string annotations) => Verify<ApparmorAnnotationUnknownContainer>(Annotated(annotations));

    [Theory]
    [InlineData("[|container.apparmor.security.beta.kubernetes.io/web|]: runtime/default\n    {|#0:container.apparmor.security.beta.kubernetes.io/b|}: runtime/default")]
    [InlineData("example.com/x: y")]
    public void Apparmor_annotation(string annotations) => Verify<ApparmorAnnotationDeprecated>(Annotated(annotations));

    [Theory]
    [InlineData("containers:\n- name: [|a|]\n- name: b\n  securityContext: {appArmorProfile: {type: Localhost}}\n- name: c\n  securityContext: {privileged: true}\n")]
    [InlineData("securityContext: {appArmorProfile: {type: Unconfined}}\ncontainers:\n- name: a\n")]
    public void Apparmor_missing(string marked) => Verify<ApparmorProfileMissing>(Manifests.Pod(marked));

    [Fact]
    public void Apparmor_annotation_is_a_profile() => Verify<ApparmorProfileMissing>(Annotated("container.apparmor.security.beta.kubernetes.io/web: localhost/x"));

    private static string Annotated(string annotations) =>
        Manifests.Container("").Replace("  name: shop\n", $"  name: shop\n  annotations:\n    {annotations}\n", StringComparison.Ordinal);

    private static void Capability<TRule>(string capabilities)
        where TRule : Rule => Verify<TRule>(Manifests.SecurityContext($"capabilities: {{{capabilities}}}"));

    private static void Verify<TRule>(string marked)
        where TRule : Rule => RuleVerifier.Verify<TRule>("deployment.yaml", marked);
}
