using System.Globalization;
using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Model.Kubernetes.Resources;
using HardenBuild.Rules.Kubernetes.Resources;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Resources;

/// <summary>Amounts, and what a container reserves and may use.</summary>
public sealed class QuantityTests
{
    [Theory]
    [InlineData("500m", "0.5")]
    [InlineData("1", "1")]
    [InlineData("1.5Gi", "1610612736")]
    [InlineData("2e3", "2000")]
    [InlineData("1E", "1000000000000000000")]
    [InlineData("1E2", "100")]
    [InlineData("-1", "-1")]
    [InlineData("0", "0")]
    [InlineData(".5", "0.5")]
    [InlineData("", null)]
    [InlineData("Gi", null)]
    [InlineData("1gb", null)]
    [InlineData("1 Gi", null)]
    [InlineData("99999999999999999999Ei", null)]
    [InlineData("1e99", null)]
    public void Reads_what_the_API_reads(string text, string? amount) =>
        Assert.Equal(amount is null ? null : decimal.Parse(amount, CultureInfo.InvariantCulture), Quantity.Parse(text));

    [Theory]
    [InlineData("[|web|]", "{}")]
    [InlineData("[|web|]", "{requests: {memory: 0}}")]
    [InlineData("[|web|]", "{requests: {memory: ''}}")]
    [InlineData("web", "{requests: {memory: 64Mi}}")]
    [InlineData("web", "{limits: {memory: 64Mi}}")]
    [InlineData("web", "{requests: {memory: '{{ x }}'}}")]
    [InlineData("web", "'{{ x }}'")]
    [InlineData("web", "{requests: '{{ x }}'}")]
    public void Memory_that_is_not_reserved(string name, string resources)
    {
        RuleVerifier.Verify<MemoryRequestMissing>("pod.yaml", Manifests.Pod($"containers:\n- name: {name}\n  resources: {resources}\n"));
        RuleVerifier.Verify<MemoryRequestMissing>("job.yaml", Manifests.CronJob($"containers:\n- name: {name}\n  resources: {resources}\n"));
    }

    [Fact]
    public void The_resources_of_the_pod_stand_in() =>
        RuleVerifier.Verify<MemoryLimitMissing>("pod.yaml", Manifests.Pod("resources: {limits: {memory: 1Gi}}\ncontainers: [{name: web}]\n"));

    [Fact]
    public void Init_containers_count_only_when_they_stay() => RuleVerifier.Verify<MemoryLimitMissing>(
        "pod.yaml",
        Manifests.Pod("initContainers: [{name: migrate}, {name: [|proxy|], restartPolicy: Always}]\ncontainers: [{name: web, resources: {limits: {memory: 1Gi}}}]\n"));

    [Theory]
    [InlineData("{requests: {cpu: [|2|]}, limits: {cpu: '1'}}")]
    [InlineData("{requests: {cpu: 1000m}, limits: {cpu: '1'}}")]
    [InlineData("{requests: {memory: 1Gi}, limits: {memory: 1024Mi}}")]
    [InlineData("{requests: {memory: [|1Gi|]}, limits: {memory: 1G}}")]
    public void Request_above_its_limit(string resources) =>
        RuleVerifier.Verify<ResourceValueOutOfBounds>("pod.yaml", Manifests.Pod($"containers: [{{name: web, resources: {resources}}}]\n"));

    [Theory]
    [InlineData("{limits: {memory: [|8Gi|]}}")]
    [InlineData("{limits: {memory: 4Gi}}")]
    [InlineData("{requests: {cpu: [|1m|]}}")]
    public void Amount_beyond_the_configured_bounds(string resources) => RuleVerifier.Verify<ResourceValueOutOfBounds>(
        ("pod.yaml", Manifests.Pod($"containers: [{{name: web, resources: {resources}}}]\n")),
        (".editorconfig", "[*]\nhardenbuild.HB3088.max_memory = 4Gi\nhardenbuild.HB3088.min_cpu = 10m\n"));
}
