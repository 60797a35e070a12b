using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>An instance label that is not the name.</summary>
internal sealed class InstanceLabelMismatch() : WorkloadRule("HB3151", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (workload.Object.Name.Known is not { } name)
            yield break;
        var label = workload.Object.Labels.Text("app.kubernetes.io/instance");
        if (!label.IsUnknown && !label.Is(name.Value))
            yield return ReportPod(workload, label.Known?.Location ?? name.Location, workload.LogicalPath);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(InstanceLabelMismatch),
        Title = "Instance label differs from the name",
        MessageFormat = "'{0}' has no label 'app.kubernetes.io/instance' that equals its name; add it",
        Rationale =
            "Some projects name the instance after the object. The rule is off by default: Helm sets the label to the name of "
            + "the release.",
        WhenToIgnore = "When nobody works with the labels.",
        CatalogueSlugs = ["instance-label-mismatch"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["polaris:metadataAndInstanceMismatched"],
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
                    app.kubernetes.io/instance: api
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
