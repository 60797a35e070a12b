using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class ApparmorDisabledTests
{
    [Theory]
    [InlineData("appArmorProfile: {type: [|Unconfined|]}")]
    public void Reports_in_a_security_context(string marked) => RuleVerifier.Verify<ApparmorDisabled>("deployment.yaml", Manifests.SecurityContext(marked));

    [Theory]
    [InlineData("securityContext:\n  appArmorProfile: {type: [|Unconfined|]}\n")]
    public void Reports_on_a_pod(string marked) => RuleVerifier.Verify<ApparmorDisabled>("deployment.yaml", Manifests.PodWithContainer(marked));

    [Theory]
    [InlineData("containers: []\ninitContainers:\n- name: i\n  securityContext: {appArmorProfile: {type: [|unconfined|]}}\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<ApparmorDisabled>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("appArmorProfile: {type: RuntimeDefault}")]
    [InlineData("appArmorProfile: {type: Localhost, localhostProfile: p}")]
    [InlineData("appArmorProfile: {}")]
    [InlineData("privileged: true\nappArmorProfile: {type: Unconfined}")]
    [InlineData("appArmorProfile: [a]")]
    public void Accepts_in_a_security_context(string text) => RuleVerifier.Verify<ApparmorDisabled>("deployment.yaml", Manifests.SecurityContext(text));

    [Theory]
    [InlineData("containers: [{name: a}]\n")]
    [InlineData("securityContext: {appArmorProfile: {type: Unconfined}}\ncontainers: [{name: a, securityContext: {appArmorProfile: {type: RuntimeDefault}}}]\n")]
    [InlineData("os: {name: windows}\nsecurityContext: {appArmorProfile: {type: Unconfined}}\ncontainers: [{name: a}]\n")]
    public void Accepts_in_a_pod(string text) => RuleVerifier.Verify<ApparmorDisabled>("deployment.yaml", Manifests.Pod(text));
}
