using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class PrivilegeEscalationAllowedTests
{
    [Theory]
    [InlineData("allowPrivilegeEscalation: [|true|]")]
    public void Reports_in_a_security_context(string marked) => RuleVerifier.Verify<PrivilegeEscalationAllowed>("deployment.yaml", Manifests.SecurityContext(marked));

    [Theory]
    [InlineData("containers:\n- name: [|web|]\n")]
    [InlineData("securityContext: {allowPrivilegeEscalation: false}\ncontainers:\n- name: [|web|]\n")]
    [InlineData("containers:\n- name: a\n  securityContext: {allowPrivilegeEscalation: [|true|]}\n- name: [|b|]\ninitContainers:\n- name: {|#0:c|}\n")]
    public void Reports_in_a_pod(string marked) => RuleVerifier.Verify<PrivilegeEscalationAllowed>("deployment.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("containers:\n- name: [|job|]\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<PrivilegeEscalationAllowed>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("allowPrivilegeEscalation: false")]
    [InlineData("privileged: true")]
    [InlineData("privileged: true\nallowPrivilegeEscalation: true")]
    [InlineData("capabilities: {add: [CAP_SYS_ADMIN]}")]
    [InlineData("allowPrivilegeEscalation: \"{{ x }}\"")]
    public void Accepts_in_a_security_context(string text) => RuleVerifier.Verify<PrivilegeEscalationAllowed>("deployment.yaml", Manifests.SecurityContext(text));

    [Theory]
    [InlineData("os: {name: windows}\ncontainers: [{name: a}]\n")]
    public void Accepts_in_a_pod(string text) => RuleVerifier.Verify<PrivilegeEscalationAllowed>("deployment.yaml", Manifests.Pod(text));
}
