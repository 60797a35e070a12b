using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class ContainerPrivilegedTests
{
    [Theory]
    [InlineData("privileged: [|true|]")]
    [InlineData("privileged: [|yes|]")]
    public void Reports_in_a_security_context(string marked) => RuleVerifier.Verify<ContainerPrivileged>("deployment.yaml", Manifests.SecurityContext(marked));

    [Theory]
    [InlineData("containers: []\ninitContainers:\n- name: i\n  securityContext: {privileged: [|true|]}\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<ContainerPrivileged>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("privileged: false")]
    [InlineData("privileged:")]
    [InlineData("allowPrivilegeEscalation: true")]
    [InlineData("privileged: \"true\"")]
    [InlineData("privileged: {{ .Values.privileged }}")]
    public void Accepts_in_a_security_context(string text) => RuleVerifier.Verify<ContainerPrivileged>("deployment.yaml", Manifests.SecurityContext(text));

    [Theory]
    [InlineData("securityContext:\n  privileged: true\n")]
    [InlineData("os: {name: windows}\n")]
    public void Accepts_on_a_pod(string text) => RuleVerifier.Verify<ContainerPrivileged>("deployment.yaml", Manifests.PodWithContainer(text));
}
