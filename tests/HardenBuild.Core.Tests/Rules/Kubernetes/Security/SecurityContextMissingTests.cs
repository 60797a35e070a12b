using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Security;

public sealed class SecurityContextMissingTests
{
    [Theory]
    [InlineData("containers:\n- name: [|web|]\n")]
    [InlineData("securityContext: {}\ncontainers:\n- name: [|web|]\n  securityContext:\n- name: {|#0:log|}\n  securityContext: {}\ninitContainers:\n- name: {|#1:i|}\n")]
    [InlineData("containers:\n- name: a\n  securityContext: {runAsUser: 5}\n- name: [|b|]\n")]
    public void Reports_containers_that_no_security_context_reaches(string marked) =>
        RuleVerifier.Verify<SecurityContextMissing>("deployment.yaml", Manifests.Pod(marked));

    [Fact]
    public void Reports_cron_jobs() => RuleVerifier.Verify<SecurityContextMissing>("cron.yaml", Manifests.CronJob("containers:\n- name: [|job|]\n"));

    [Theory]
    [InlineData("securityContext: {fsGroup: 1}\ncontainers:\n- name: web\n")]
    [InlineData("securityContext: {windowsOptions: {runAsUserName: ContainerUser}}\ncontainers:\n- name: web\n")]
    [InlineData("containers:\n- name: web\n  securityContext: {privileged: true}\n")]
    [InlineData("securityContext: {{ .Values.podSecurityContext }}\ncontainers:\n- name: web\n")]
    [InlineData("securityContext: '${CONTEXT}'\ncontainers:\n- name: web\n")]
    public void Accepts_any_security_context(string text) => RuleVerifier.Verify<SecurityContextMissing>("deployment.yaml", Manifests.Pod(text));
}
