using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class CapabilitiesNotDroppedAllTests
{
    [Theory]
    [InlineData("containers:\n- name: [|web|]\n")]
    [InlineData("containers:\n- name: [|web|]\n  securityContext: {capabilities: {drop: [NET_RAW, SYS_ALL]}}\n")]
    [InlineData("containers:\n- name: [|web|]\n  securityContext: {capabilities: {add: [ALL]}}\n- name: b\n  securityContext: {capabilities: {drop: [all]}}\ninitContainers:\n- name: {|#0:i|}\n")]
    public void Reports_in_a_pod(string marked) => RuleVerifier.Verify<CapabilitiesNotDroppedAll>("deployment.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("containers:\n- name: [|job|]\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<CapabilitiesNotDroppedAll>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("capabilities: {drop: [ALL]}")]
    [InlineData("capabilities:\n  drop:\n  - NET_RAW\n  - all\n")]
    [InlineData("capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}")]
    [InlineData("capabilities: {drop: text}")]
    [InlineData("capabilities: {drop: ['{{ x }}']}")]
    [InlineData("privileged: true")]
    public void Accepts_in_a_security_context(string text) => RuleVerifier.Verify<CapabilitiesNotDroppedAll>("deployment.yaml", Manifests.SecurityContext(text));

    [Theory]
    [InlineData("os: {name: windows}\ncontainers: [{name: a}]\n")]
    public void Accepts_in_a_pod(string text) => RuleVerifier.Verify<CapabilitiesNotDroppedAll>("deployment.yaml", Manifests.Pod(text));
}
