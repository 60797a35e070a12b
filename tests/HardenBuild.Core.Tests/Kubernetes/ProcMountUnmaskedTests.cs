using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class ProcMountUnmaskedTests
{
    [Theory]
    [InlineData("procMount: [|Unmasked|]")]
    [InlineData("procMount: [|unmasked|]")]
    public void Reports_in_a_security_context(string marked) => RuleVerifier.Verify<ProcMountUnmasked>("deployment.yaml", Manifests.SecurityContext(marked));

    [Theory]
    [InlineData("containers: []\ninitContainers:\n- name: i\n  securityContext: {procMount: [|Unmasked|]}\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<ProcMountUnmasked>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("procMount: Default")]
    [InlineData("procMount: default")]
    [InlineData("procMount:")]
    [InlineData("procMount: ''")]
    [InlineData("procMount: ${MOUNT}")]
    [InlineData("procMount: [Unmasked]")]
    public void Accepts_in_a_security_context(string text) => RuleVerifier.Verify<ProcMountUnmasked>("deployment.yaml", Manifests.SecurityContext(text));

    [Theory]
    [InlineData("securityContext:\n  procMount: Unmasked\n")]
    public void Accepts_on_a_pod(string text) => RuleVerifier.Verify<ProcMountUnmasked>("deployment.yaml", Manifests.PodWithContainer(text));

    [Theory]
    [InlineData("os: {name: windows}\ncontainers: [{name: a, securityContext: {procMount: Unmasked}}]\n")]
    public void Accepts_in_a_pod(string text) => RuleVerifier.Verify<ProcMountUnmasked>("deployment.yaml", Manifests.Pod(text));
}
