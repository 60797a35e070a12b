using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class SelinuxOptionsUnsafeTests
{
    [Theory]
    [InlineData("seLinuxOptions: {type: [|spc_t|]}")]
    [InlineData("seLinuxOptions: {user: [|system_u|], role: [|\"system_r\"|], type: container_t}")]
    public void Reports_in_a_security_context(string marked) => RuleVerifier.Verify<SelinuxOptionsUnsafe>("deployment.yaml", Manifests.SecurityContext(marked));

    [Theory]
    [InlineData("securityContext:\n  seLinuxOptions: {type: [|unconfined_t|]}\n")]
    public void Reports_on_a_pod(string marked) => RuleVerifier.Verify<SelinuxOptionsUnsafe>("deployment.yaml", Manifests.PodWithContainer(marked));

    [Theory]
    [InlineData("securityContext: {seLinuxOptions: {type: [|spc_t|]}}\ncontainers: [{name: a, securityContext: {seLinuxOptions: {type: container_t}}}]\n")]
    public void Reports_in_a_pod(string marked) => RuleVerifier.Verify<SelinuxOptionsUnsafe>("deployment.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("containers: []\nephemeralContainers:\n- name: e\n  securityContext: {seLinuxOptions: {user: [|u|]}}\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<SelinuxOptionsUnsafe>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("seLinuxOptions: {level: 's0:c1'}")]
    [InlineData("seLinuxOptions: {type: container_engine_t}")]
    [InlineData("seLinuxOptions: {type: '', user: '', role: }")]
    [InlineData("seLinuxOptions: {type: '{{ x }}'}")]
    [InlineData("seLinuxOptions: spc_t")]
    public void Accepts_in_a_security_context(string text) => RuleVerifier.Verify<SelinuxOptionsUnsafe>("deployment.yaml", Manifests.SecurityContext(text));

    [Theory]
    [InlineData("os: {name: windows}\nsecurityContext: {seLinuxOptions: {type: spc_t}}\ncontainers: [{name: a}]\n")]
    public void Accepts_in_a_pod(string text) => RuleVerifier.Verify<SelinuxOptionsUnsafe>("deployment.yaml", Manifests.Pod(text));
}
