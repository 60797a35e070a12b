using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A workload without the labels that Kubernetes recommends.</summary>
internal sealed class RecommendedLabelsMissing() : WorkloadRule("HB3150", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var label in s_labels)
        {
            if (!workload.Object.Labels.Text(label).IsAbsent || !workload.Pod.Labels.Text(label).IsAbsent)
                yield break;
        }

        yield return ReportPod(workload, workload.Object.NameLocation, workload.LogicalPath);
    }

    private static readonly string[] s_labels =
    [
        "app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/version", "app.kubernetes.io/component", "app.kubernetes.io/part-of", "app.kubernetes.io/managed-by",
    ];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RecommendedLabelsMissing),
        Title = "Recommended labels are missing",
        MessageFormat = "'{0}' has none of the labels that tools look for; add 'app.kubernetes.io/name'",
        Rationale = "Dashboards and tools group what belongs together by these labels. The rule is off by default.",
        WhenToIgnore = "When nobody works with the labels.",
        CatalogueSlugs = ["recommended-labels-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kubescape:C-0077", "kubescape:k8s-common-labels-usage"],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: [|api|]
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("shop.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                  labels:
                    app.kubernetes.io/name: api
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
