using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules.Kubernetes.Resources;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Resources;

/// <summary>Requests that the API copies from the limit.</summary>
public sealed class RequestLeftToLimitTests
{
    [Theory]
    [InlineData("limits: {cpu: 1}", "[|a|]")]
    [InlineData("limits: {cpu: 1}, requests: {memory: 1Gi}", "[|a|]")]
    [InlineData("limits: {cpu: 1}, requests: {cpu: 1}", "a")]
    [InlineData("limits: {cpu: '{{ x }}'}", "a")]
    [InlineData("limits: {cpu: 1}, requests: '{{ x }}'", "a")]
    [InlineData("limits: {memory: 1Gi}", "a")]
    [InlineData("", "a")]
    public void Cpu(string resources, string name) => RuleVerifier.Verify<CpuRequestLeftToLimit>("pod.yaml", Pod(resources, name));

    [Theory]
    [InlineData("limits: {memory: 1Gi}", "[|a|]")]
    [InlineData("limits: {memory: 1Gi}, requests: {memory: 1Gi}", "a")]
    [InlineData("limits: {cpu: 1}", "a")]
    public void Memory(string resources, string name) => RuleVerifier.Verify<MemoryRequestLeftToLimit>("pod.yaml", Pod(resources, name));

    [Fact]
    public void Init_containers_that_end_are_left_out() => RuleVerifier.Verify<CpuRequestLeftToLimit>(
        "pod.yaml", Manifests.Pod("initContainers: [{name: i, resources: {limits: {cpu: 1}}}]\ncontainers: [{name: a}]\n"));

    [Fact]
    public void A_request_of_the_whole_pod_is_one() => RuleVerifier.Verify<CpuRequestLeftToLimit>(
        "pod.yaml", Manifests.Pod("resources: {requests: {cpu: 1}}\ncontainers: [{name: a, resources: {limits: {cpu: 1}}}]\n"));

    private static string Pod(string resources, string name) => Manifests.Pod($"containers: [{{name: {name}, resources: {{{resources}}}}}]\n");
}
