using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class HostIpcTests
{
    [Theory]
    [InlineData("hostIPC: [|true|]\n")]
    [InlineData("hostIPC: [|on|]\n")]
    public void Reports_on_a_pod(string marked) => RuleVerifier.Verify<HostIpc>("deployment.yaml", Manifests.PodWithContainer(marked));

    [Theory]
    [InlineData("hostIPC: [|true|]\ncontainers: [{name: a}, {name: b}]\n")]
    public void Reports_in_a_pod(string marked) => RuleVerifier.Verify<HostIpc>("deployment.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("hostIPC: [|true|]\ncontainers: [{name: a}]\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<HostIpc>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("hostIPC: false\n")]
    [InlineData("hostIPC:\n")]
    [InlineData("hostNetwork: true\n")]
    [InlineData("hostIPC: \"true\"\n")]
    [InlineData("hostIPC: {{ .Values.host }}\n")]
    [InlineData("hostIPC: [true]\n")]
    public void Accepts_on_a_pod(string text) => RuleVerifier.Verify<HostIpc>("deployment.yaml", Manifests.PodWithContainer(text));
}
