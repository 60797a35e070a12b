using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class RunAsUserRootTests
{
    [Theory]
    [InlineData("runAsUser: [|0|]")]
    [InlineData("runAsUser: [|00|]")]
    [InlineData("runAsNonRoot: true\nrunAsUser: [|0|]")]
    public void Reports_in_a_security_context(string marked) => RuleVerifier.Verify<RunAsUserRoot>("deployment.yaml", Manifests.SecurityContext(marked));

    [Theory]
    [InlineData("securityContext:\n  runAsUser: [|0|]\n")]
    public void Reports_on_a_pod(string marked) => RuleVerifier.Verify<RunAsUserRoot>("deployment.yaml", Manifests.PodWithContainer(marked));

    [Theory]
    [InlineData("securityContext: {runAsUser: [|0|]}\ncontainers:\n- name: a\n  securityContext: {runAsUser: 5}\n- name: b\n")]
    public void Reports_in_a_pod(string marked) => RuleVerifier.Verify<RunAsUserRoot>("deployment.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("containers: []\ninitContainers:\n- name: i\n  securityContext: {runAsUser: [|0|]}\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<RunAsUserRoot>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("runAsUser: 1")]
    [InlineData("runAsUser: \"0\"")]
    [InlineData("runAsGroup: 0")]
    [InlineData("runAsUser:")]
    [InlineData("runAsUser: [0]")]
    public void Accepts_in_a_security_context(string text) => RuleVerifier.Verify<RunAsUserRoot>("deployment.yaml", Manifests.SecurityContext(text));

    [Theory]
    [InlineData("securityContext: {runAsUser: 0}\ncontainers:\n- name: a\n  securityContext: {runAsUser: 5}\n")]
    [InlineData("containers:\n- name: a\n  securityContext: {windowsOptions: {runAsUserName: ContainerAdministrator}}\n")]
    public void Accepts_in_a_pod(string text) => RuleVerifier.Verify<RunAsUserRoot>("deployment.yaml", Manifests.Pod(text));
}
