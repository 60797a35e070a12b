using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class HostNetworkTests
{
    [Theory]
    [InlineData("hostNetwork: [|true|]\n")]
    [InlineData("hostNetwork: [|on|]\n")]
    public void Reports_on_a_pod(string marked) => RuleVerifier.Verify<HostNetwork>("deployment.yaml", Manifests.PodWithContainer(marked));

    [Theory]
    [InlineData("hostNetwork: [|true|]\ncontainers: [{name: a}, {name: b}]\n")]
    public void Reports_in_a_pod(string marked) => RuleVerifier.Verify<HostNetwork>("deployment.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("hostNetwork: [|true|]\ncontainers: [{name: a}]\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<HostNetwork>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("hostNetwork: false\n")]
    [InlineData("hostNetwork:\n")]
    [InlineData("hostPID: true\n")]
    [InlineData("hostNetwork: \"true\"\n")]
    [InlineData("hostNetwork: {{ .Values.host }}\n")]
    [InlineData("hostNetwork: [true]\n")]
    [InlineData("hostNetwork: true\nsecurityContext: {windowsOptions: {hostProcess: true}}\n")]
    public void Accepts_on_a_pod(string text) => RuleVerifier.Verify<HostNetwork>("deployment.yaml", Manifests.PodWithContainer(text));

    [Theory]
    [InlineData("hostNetwork: true\ncontainers: [{name: a, securityContext: {windowsOptions: {hostProcess: true}}}]\n")]
    public void Accepts_in_a_pod(string text) => RuleVerifier.Verify<HostNetwork>("deployment.yaml", Manifests.Pod(text));
}
