using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Security;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class HostPidTests
{
    [Theory]
    [InlineData("hostPID: [|true|]\n")]
    [InlineData("hostPID: [|on|]\n")]
    public void Reports_on_a_pod(string marked) => RuleVerifier.Verify<HostPid>("deployment.yaml", Manifests.PodWithContainer(marked));

    [Theory]
    [InlineData("hostPID: [|true|]\ncontainers: [{name: a}, {name: b}]\n")]
    public void Reports_in_a_pod(string marked) => RuleVerifier.Verify<HostPid>("deployment.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("hostPID: [|true|]\ncontainers: [{name: a}]\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<HostPid>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("hostPID: false\n")]
    [InlineData("hostPID:\n")]
    [InlineData("hostIPC: true\n")]
    [InlineData("hostPID: \"true\"\n")]
    [InlineData("hostPID: {{ .Values.host }}\n")]
    [InlineData("hostPID: [true]\n")]
    public void Accepts_on_a_pod(string text) => RuleVerifier.Verify<HostPid>("deployment.yaml", Manifests.PodWithContainer(text));
}
