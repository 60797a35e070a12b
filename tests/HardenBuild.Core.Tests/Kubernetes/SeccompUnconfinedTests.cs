using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class SeccompUnconfinedTests
{
    [Theory]
    [InlineData("seccompProfile: {type: [|Unconfined|]}")]
    [InlineData("seccompProfile: {type: [|unconfined|]}")]
    public void Reports_in_a_security_context(string marked) => RuleVerifier.Verify<SeccompUnconfined>("deployment.yaml", Manifests.SecurityContext(marked));

    [Theory]
    [InlineData("securityContext:\n  seccompProfile: {type: [|Unconfined|]}\n")]
    public void Reports_on_a_pod(string marked) => RuleVerifier.Verify<SeccompUnconfined>("deployment.yaml", Manifests.PodWithContainer(marked));

    [Theory]
    [InlineData("securityContext: {seccompProfile: {type: [|Unconfined|]}}\ncontainers: [{name: a}, {name: b}]\n")]
    public void Reports_in_a_pod(string marked) => RuleVerifier.Verify<SeccompUnconfined>("deployment.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("containers: []\ninitContainers:\n- name: i\n  securityContext: {seccompProfile: {type: [|Unconfined|]}}\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<SeccompUnconfined>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("seccompProfile: {type: RuntimeDefault}")]
    [InlineData("seccompProfile: {type: Localhost, localhostProfile: p.json}")]
    [InlineData("privileged: true\nseccompProfile: {type: Unconfined}")]
    [InlineData("seccompProfile: Unconfined")]
    public void Accepts_in_a_security_context(string text) => RuleVerifier.Verify<SeccompUnconfined>("deployment.yaml", Manifests.SecurityContext(text));

    [Theory]
    [InlineData("containers: [{name: a}]\n")]
    [InlineData("securityContext: {seccompProfile: {type: Unconfined}}\ncontainers: [{name: a, securityContext: {seccompProfile: {type: RuntimeDefault}}}]\n")]
    [InlineData("os: {name: windows}\nsecurityContext: {seccompProfile: {type: Unconfined}}\ncontainers: [{name: a}]\n")]
    public void Accepts_in_a_pod(string text) => RuleVerifier.Verify<SeccompUnconfined>("deployment.yaml", Manifests.Pod(text));
}
