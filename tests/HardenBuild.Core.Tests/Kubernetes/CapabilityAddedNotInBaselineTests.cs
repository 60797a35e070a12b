using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class CapabilityAddedNotInBaselineTests
{
    [Theory]
    [InlineData("capabilities: {add: [[|NET_ADMIN|], CHOWN, [|\"sys_ptrace\"|]]}")]
    [InlineData("capabilities:\n  add:\n  - [|CAP_SYS_MODULE|]\n")]
    [InlineData("capabilities: {add: [[|ALL|]]}")]
    public void Reports_in_a_security_context(string marked) => RuleVerifier.Verify<CapabilityAddedNotInBaseline>("deployment.yaml", Manifests.SecurityContext(marked));

    [Theory]
    [InlineData("containers: []\nephemeralContainers:\n- name: e\n  securityContext: {capabilities: {add: [[|BPF|]]}}\n")]
    public void Reports_in_a_pod(string marked) => RuleVerifier.Verify<CapabilityAddedNotInBaseline>("deployment.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("containers:\n- name: job\n  securityContext: {capabilities: {add: [[|NET_RAW|]]}}\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<CapabilityAddedNotInBaseline>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("capabilities: {add: [NET_BIND_SERVICE, AUDIT_WRITE, CAP_CHOWN]}")]
    [InlineData("capabilities: {drop: [NET_ADMIN]}")]
    [InlineData("capabilities: {add: }")]
    [InlineData("capabilities: {add: ['{{ x }}', {a: b}]}")]
    [InlineData("capabilities: NET_ADMIN")]
    public void Accepts_in_a_security_context(string text) => RuleVerifier.Verify<CapabilityAddedNotInBaseline>("deployment.yaml", Manifests.SecurityContext(text));
}
