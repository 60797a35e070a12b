using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class CapabilitySysAdminAddedTests
{
    [Theory]
    [InlineData("capabilities: {add: [NET_ADMIN, [|SYS_ADMIN|]]}")]
    [InlineData("capabilities: {add: [[|cap_sys_admin|]]}")]
    [InlineData("capabilities: {add: [[|ALL|]]}")]
    public void Reports_in_a_security_context(string marked) => RuleVerifier.Verify<CapabilitySysAdminAdded>("deployment.yaml", Manifests.SecurityContext(marked));

    [Theory]
    [InlineData("containers: []\ninitContainers:\n- name: i\n  securityContext: {capabilities: {add: [[|SYS_ADMIN|]]}}\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<CapabilitySysAdminAdded>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("capabilities: {add: [SYS_PTRACE]}")]
    [InlineData("capabilities: {drop: [SYS_ADMIN, ALL]}")]
    [InlineData("capabilities: {add: SYS_ADMIN}")]
    public void Accepts_in_a_security_context(string text) => RuleVerifier.Verify<CapabilitySysAdminAdded>("deployment.yaml", Manifests.SecurityContext(text));
}
