using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class RunAsNonRootNotEnforcedTests
{
    [Theory]
    [InlineData("runAsNonRoot: [|false|]")]
    [InlineData("runAsUser: [|0|]")]
    public void Reports_in_a_security_context(string marked) => RuleVerifier.Verify<RunAsNonRootNotEnforced>("deployment.yaml", Manifests.SecurityContext(marked));

    [Theory]
    [InlineData("containers:\n- name: [|web|]\n")]
    [InlineData("securityContext: {runAsNonRoot: true}\ncontainers:\n- name: web\n  securityContext: {runAsNonRoot: [|false|]}\n")]
    [InlineData("securityContext: {runAsNonRoot: [|false|]}\ncontainers:\n- name: a\n- name: b\n")]
    [InlineData("containers:\n- name: a\n  securityContext: {runAsUser: 5}\ninitContainers:\n- name: [|b|]\nephemeralContainers:\n- name: {|#0:c|}\n")]
    [InlineData("os: {name: windows}\ncontainers: [{name: [|a|]}]\n")]
    public void Reports_in_a_pod(string marked) => RuleVerifier.Verify<RunAsNonRootNotEnforced>("deployment.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("containers:\n- name: [|job|]\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<RunAsNonRootNotEnforced>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("runAsNonRoot: true")]
    [InlineData("runAsUser: 1654")]
    [InlineData("runAsNonRoot: false\nrunAsUser: 1654")]
    [InlineData("runAsUser: ${UID}")]
    [InlineData("runAsNonRoot: \"no\"")]
    public void Accepts_in_a_security_context(string text) => RuleVerifier.Verify<RunAsNonRootNotEnforced>("deployment.yaml", Manifests.SecurityContext(text));

    [Theory]
    [InlineData("securityContext:\n  runAsNonRoot: true\n")]
    [InlineData("securityContext:\n  runAsUser: 1000\n")]
    public void Accepts_on_a_pod(string text) => RuleVerifier.Verify<RunAsNonRootNotEnforced>("deployment.yaml", Manifests.PodWithContainer(text));
}
