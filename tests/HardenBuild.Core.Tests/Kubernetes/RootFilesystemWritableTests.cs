using HardenBuild.Core.Tests.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Rules.Kubernetes.Storage;

namespace HardenBuild.Core.Tests.Kubernetes;

public sealed class RootFilesystemWritableTests
{
    [Theory]
    [InlineData("readOnlyRootFilesystem: [|false|]")]
    public void Reports_in_a_security_context(string marked) => RuleVerifier.Verify<RootFilesystemWritable>("deployment.yaml", Manifests.SecurityContext(marked));

    [Theory]
    [InlineData("containers:\n- name: [|web|]\n")]
    [InlineData("securityContext: {readOnlyRootFilesystem: true}\ncontainers:\n- name: [|web|]\n")]
    [InlineData("containers:\n- name: a\n  securityContext: {readOnlyRootFilesystem: [|false|]}\ninitContainers:\n- name: [|i|]\nephemeralContainers:\n- name: {|#0:e|}\n")]
    public void Reports_in_a_pod(string marked) => RuleVerifier.Verify<RootFilesystemWritable>("deployment.yaml", Manifests.Pod(marked));

    [Theory]
    [InlineData("containers:\n- name: [|job|]\n")]
    public void Reports_in_a_cron_job(string marked) => RuleVerifier.Verify<RootFilesystemWritable>("deployment.yaml", Manifests.CronJob(marked));

    [Theory]
    [InlineData("readOnlyRootFilesystem: true")]
    [InlineData("readOnlyRootFilesystem: \"{{ x }}\"")]
    [InlineData("readOnlyRootFilesystem: [true]")]
    public void Accepts_in_a_security_context(string text) => RuleVerifier.Verify<RootFilesystemWritable>("deployment.yaml", Manifests.SecurityContext(text));

    [Theory]
    [InlineData("os: {name: windows}\ncontainers: [{name: a}]\n")]
    public void Accepts_in_a_pod(string text) => RuleVerifier.Verify<RootFilesystemWritable>("deployment.yaml", Manifests.Pod(text));
}
