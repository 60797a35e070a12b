using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A workload without the label that the project asks for.</summary>
internal sealed class RequiredLabelMissing() : WorkloadRule("HB3149", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var wanted = workload.Object.Options.List(this, Labels);
        IReadOnlyList<string> labels = wanted.Count > 0 ? wanted : ["owner"];
        foreach (var label in labels)
        {
            if (!workload.Object.Labels.Text(label).IsAbsent || !workload.Pod.Labels.Text(label).IsAbsent)
                yield break;
        }

        yield return ReportPod(workload, workload.Object.NameLocation, workload.LogicalPath, string.Join(", ", labels));
    }

    private const string Labels = "labels";

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RequiredLabelMissing),
        Title = "Required label is missing",
        MessageFormat = "'{0}' has none of the labels '{1}'; add it",
        Rationale =
            "Some projects find the owner of a workload by a label. The rule is off by default and asks for 'owner' unless "
            + "configured otherwise.",
        WhenToIgnore = "When nobody works with the labels.",
        CatalogueSlugs = ["required-label-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:required-label-owner"],
        Related = ["kubescape:C-0076"],
        Options = [new RuleOption(Labels, "owner", "The labels of which a workload must have one, separated by commas")],
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
                    owner: seven
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
