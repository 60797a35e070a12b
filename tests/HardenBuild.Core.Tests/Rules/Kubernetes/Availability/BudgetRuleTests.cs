using HardenBuild.Rules.Kubernetes.Availability;

namespace HardenBuild.Core.Tests.Rules.Kubernetes.Availability;

/// <summary>Disruption budgets beside the pods and autoscalers that they are about.</summary>
public sealed class BudgetRuleTests
{
    [Theory]
    [InlineData("minAvailable: [|2|]", "replicas: 2")]
    [InlineData("minAvailable: [|51%|]", "replicas: 2")]
    [InlineData("minAvailable: [|100%|]", "replicas: 9")]
    [InlineData("minAvailable: [|1|]", "")]
    [InlineData("minAvailable: 50%", "replicas: 2")]
    [InlineData("minAvailable: 1", "replicas: 2")]
    [InlineData("minAvailable: 1", "replicas: 0")]
    [InlineData("minAvailable: 2", "replicas: '{{ x }}'")]
    [InlineData("minAvailable: '{{ x }}'", "replicas: 1")]
    [InlineData("maxUnavailable: 1", "replicas: 1")]
    public void Minimum_that_blocks_every_eviction(string policy, string replicas) =>
        RuleVerifier.Verify<PodDisruptionBudgetMinAvailableBlocksAll>(("budget.yaml", Budget(policy)), ("deployment.yaml", Deployment(replicas)));

    [Theory]
    [InlineData("minAvailable: [|3|]", "minReplicas: 3")]
    [InlineData("minAvailable: 2", "minReplicas: 3")]
    [InlineData("minAvailable: 3", "minReplicas: '{{ x }}'")]
    public void Minimum_above_that_of_the_autoscaler(string policy, string minimum) =>
        RuleVerifier.Verify<PodDisruptionBudgetExceedsHpaMin>(("budget.yaml", Budget(policy)), ("deployment.yaml", Deployment("")), ("hpa.yaml", Autoscaler(minimum)));

    [Fact]
    public void An_autoscaler_decides_how_many_pods_there_are() =>
        RuleVerifier.Verify<TooFewReplicas>(("deployment.yaml", Deployment("")), ("hpa.yaml", Autoscaler("minReplicas: 1")));

    [Theory]
    [InlineData("[|{app: web}|]")]
    [InlineData("{app: api}")]
    [InlineData("{app: '{{ x }}'}")]
    public void Budget_of_no_pods(string labels) => RuleVerifier.Verify<PodDisruptionBudgetDangling>(
        ("budget.yaml", Budget("maxUnavailable: 1").Replace("{app: api}", labels, StringComparison.Ordinal)),
        ("deployment.yaml", Deployment("")));

    private static string Budget(string policy) =>
        $"apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {{name: api, namespace: shop}}\nspec:\n  {policy}\n  selector: {{matchLabels: {{app: api}}}}\n";

    private static string Deployment(string replicas) =>
        $"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: api, namespace: shop}}\nspec:\n  {replicas}\n  template:\n    metadata: {{labels: {{app: api}}}}\n    spec: {{containers: [{{name: api}}]}}\n";

    private static string Autoscaler(string minimum) =>
        $"apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {{name: api, namespace: shop}}\nspec:\n  {minimum}\n  maxReplicas: 9\n  scaleTargetRef: {{apiVersion: apps/v1, kind: Deployment, name: api}}\n";
}
