using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Security;

/// <summary>Unsafe settings of a pod that each of its containers overrides, and the capability that 'restricted' allows.</summary>
public sealed class OverriddenDefaultTests
{
    [Theory]
    [InlineData("securityContext: {runAsUser: [|0|]}\ncontainers: [{name: a, securityContext: {runAsUser: 5}}]\n")]
    [InlineData("securityContext: {runAsUser: [|0|]}\ncontainers: [{name: a, securityContext: {runAsUser: 5}}]\ninitContainers: [{name: i, securityContext: {runAsUser: 0}}]\n")]
    [InlineData("securityContext: {runAsUser: 0}\ncontainers: [{name: a, securityContext: {runAsUser: 5}}, {name: b}]\n")]
    [InlineData("securityContext: {runAsUser: 6}\ncontainers: [{name: a, securityContext: {runAsUser: 5}}]\n")]
    [InlineData("securityContext: {runAsUser: '{{ x }}'}\ncontainers: [{name: a, securityContext: {runAsUser: 5}}]\n")]
    [InlineData("securityContext: {runAsUser: 0}\ncontainers: []\n")]
    public void Root(string marked) => RuleVerifier.Verify<RunAsUserRootOverridden>("pod.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("securityContext: {seccompProfile: {type: [|Unconfined|]}}\ncontainers: [{name: a, securityContext: {seccompProfile: {type: RuntimeDefault}}}]\n")]
    [InlineData("securityContext: {seccompProfile: {type: Unconfined}}\ncontainers: [{name: a}]\n")]
    [InlineData("securityContext: {seccompProfile: {type: RuntimeDefault}}\ncontainers: [{name: a, securityContext: {seccompProfile: {type: Unconfined}}}]\n")]
    [InlineData("os: {name: windows}\nsecurityContext: {seccompProfile: {type: Unconfined}}\ncontainers: [{name: a, securityContext: {seccompProfile: {type: RuntimeDefault}}}]\n")]
    public void Seccomp(string marked) => RuleVerifier.Verify<SeccompUnconfinedOverridden>("pod.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("drop: [ALL], add: [[|NET_BIND_SERVICE|]]")]
    [InlineData("add: [CHOWN, [|CAP_NET_BIND_SERVICE|]]")]
    [InlineData("drop: [NET_BIND_SERVICE]")]
    [InlineData("add: ['{{ x }}']")]
    public void Ports_below_1024(string capabilities) => RuleVerifier.Verify<CapabilityNetBindServiceAdded>("pod.yaml", Manifests.SecurityContext($"capabilities: {{{capabilities}}}"));
}
