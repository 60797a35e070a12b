using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A workload without the annotation that the project asks for.</summary>
internal sealed class RequiredAnnotationMissing() : WorkloadRule("HB3152", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var (name, needsAddress) = workload.Object.Options.Find(this, Annotation) is { } configured ? (configured, false) : ("email", true);
        var value = workload.Object.Annotations.Text(name);
        if (value.IsAbsent || (needsAddress && value.Known is { } text && text.Value.IndexOf('@') <= 0))
            yield return ReportPod(workload, value.Known?.Location ?? workload.Object.NameLocation, workload.LogicalPath, name, needsAddress ? " with an e-mail address" : "");
    }

    private const string Annotation = "annotation";

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RequiredAnnotationMissing),
        Title = "Required annotation is missing",
        MessageFormat = "'{0}' has no annotation '{1}'{2}; add it",
        Rationale =
            "Some projects find whom to call by an annotation. The rule is off by default and asks for an e-mail address in "
            + "'email' unless configured otherwise.",
        WhenToIgnore = "When nobody works with the labels.",
        CatalogueSlugs = ["required-annotation-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:required-annotation-email"],
        Options = [new RuleOption(Annotation, "email", "The annotation that a workload must have")],
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
                  annotations:
                    email: seven@example.com
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
