using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class SeccompProfileMissingTests
{
    [Theory]
    [InlineData("containers:\n- name: [|web|]\n")]
    [InlineData("containers:\n- name: a\n  securityContext: {seccompProfile: {type: RuntimeDefault}}\ninitContainers:\n- name: [|i|]\nephemeralContainers:\n- name: {|#0:e|}\n")]
    [InlineData("containers:\n- name: [|a|]\n  securityContext: {seccompProfile: {}}\n")]
    [InlineData("containers:\n- name: a\n  securityContext: {seccompProfile: {type: [|Unconfined|]}}\n")]
    [InlineData("securityContext: {seccompProfile: {type: [|runtime/default|]}}\ncontainers:\n- name: a\n- name: b\n")]
    public void Reports_in_a_pod(string marked) => RuleVerifier.Verify<SeccompProfileMissing>("deployment.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("containers:\n- name: [|job|]\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<SeccompProfileMissing>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("seccompProfile: {type: RuntimeDefault}")]
    [InlineData("seccompProfile: {type: Localhost}")]
    [InlineData("seccompProfile: {{ x }}")]
    [InlineData("seccompProfile: {type: [a]}")]
    [InlineData("privileged: true")]
    public void Accepts_in_a_security_context(string text) => RuleVerifier.Verify<SeccompProfileMissing>("deployment.yaml", Manifests.SecurityContext(text));

    [Theory]
    [InlineData("securityContext:\n  seccompProfile: {type: RuntimeDefault}\n")]
    public void Accepts_on_a_pod(string text) => RuleVerifier.Verify<SeccompProfileMissing>("deployment.yaml", Manifests.PodWithContainer(text));

    [Theory]
    [InlineData("os: {name: windows}\ncontainers: [{name: a}]\n")]
    public void Accepts_in_a_pod(string text) => RuleVerifier.Verify<SeccompProfileMissing>("deployment.yaml", Manifests.Pod(text));
}
