using HardenBuild.Core.Tests.Kubernetes;
using HardenBuild.Rules.Kubernetes.Availability;
using HardenBuild.Rules.Kubernetes.Images;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Availability;

/// <summary>Rules for clusters that promise more than most.</summary>
public sealed class StrictAvailabilityTests
{
    [Theory]
    [InlineData("Deployment", "api", "replicas: [|2|]")]
    [InlineData("StatefulSet", "[|api|]", "")]
    [InlineData("ReplicaSet", "api", "replicas: [|1|]")]
    [InlineData("Deployment", "api", "replicas: 3")]
    [InlineData("Deployment", "api", "replicas: 0")]
    [InlineData("Deployment", "api", "replicas: '{{ x }}'")]
    [InlineData("DaemonSet", "api", "")]
    public void Fewer_than_three_pods(string kind, string name, string replicas) =>
        RuleVerifier.Verify<FewerThanThreeReplicas>("api.yaml", $"apiVersion: apps/v1\nkind: {kind}\nmetadata: {{name: {name}}}\nspec: {{{replicas}}}\n");

    [Theory]
    [InlineData("api", "minReplicas: [|2|]")]
    [InlineData("[|api|]", "maxReplicas: 3")]
    [InlineData("api", "minReplicas: 3")]
    [InlineData("api", "minReplicas: 0")]
    [InlineData("api", "minReplicas: '{{ x }}'")]
    public void Autoscaler_below_three_pods(string name, string field) =>
        RuleVerifier.Verify<HpaFewerThanThreeReplicas>("hpa.yaml", $"apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {{name: {name}}}\nspec: {{{field}}}\n");

    [Theory]
    [InlineData("[|business|]", "other")]
    [InlineData("business", "business")]
    [InlineData("system-node-critical", "other")]
    [InlineData("'{{ x }}'", "other")]
    [InlineData("business", "'{{ x }}'")]
    public void Priority_class_that_nothing_defines(string used, string defined) => RuleVerifier.Verify<PriorityClassNotDefined>(
        ("pod.yaml", Manifests.PodWithContainer($"priorityClassName: {used}\n")),
        ("class.yaml", $"apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {{name: {defined}}}\nvalue: 5\n"));

    [Theory]
    [InlineData("[|api|]", "", "")]
    [InlineData("api", "replicas: 1", "")]
    [InlineData("api", "replicas: '{{ x }}'", "")]
    [InlineData("api", "", "topologySpreadConstraints: [{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: api}}}], ")]
    public void Pods_of_an_unwritten_number_on_one_node(string name, string replicas, string pod) => RuleVerifier.Verify<PodAntiAffinityMissingAnyReplicas>(
        "api.yaml",
        $"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: {name}}}\nspec:\n  {replicas}\n  template:\n    metadata: {{labels: {{app: api}}}}\n    spec: {{{pod}containers: [{{name: a}}]}}\n");

    [Theory]
    [InlineData("[|nginx:1.29|]")]
    [InlineData("[|docker.io|]/library/nginx:1.29")]
    [InlineData("[|ghcr.io|]/someone/app:1")]
    [InlineData("registry.example.com/nginx:1.29")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:10.0")]
    [InlineData("'{{ x }}'")]
    public void Image_of_a_registry_for_everyone(string image) => RuleVerifier.Verify<ImageFromPublicRegistry>("pod.yaml", Manifests.Pod($"containers: [{{name: a, image: {image}}}]\n"));
}
