using HardenBuild.Model.Kubernetes;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>One variable, twice.</summary>
internal sealed class DuplicateEnvVar() : WorkloadRule("HB3141", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            Dictionary<string, SourceLocation>? first = null;
            foreach (var item in new ManifestFields(container.Root).Objects("env"))
            {
                if (new ManifestFields(item).Text("name").Known is not { } name)
                    continue;
                first ??= new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
                if (!first.TryGetValue(name.Value, out var other))
                    first.Add(name.Value, name.Location);
                else
                    yield return ReportContainer(workload, container, name.Location, container.DisplayName, name.Value) with { Related = [new RelatedLocation(other, "Set here first")] };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DuplicateEnvVar),
        Title = "Environment variable is set twice",
        MessageFormat = "Container '{0}' sets '{1}' twice, and the last one wins; remove one of them",
        Rationale = "Nobody sees which of the values holds. Server-side apply refuses such a list, as its items have one key.",
        WhenToIgnore = "Never: one of the lines has no effect.",
        CatalogueSlugs = ["duplicate-env-var"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(694)],
        Aliases = ["kube-linter:duplicate-env-var", "kube-score:environment-variable-key-duplication", "kubescape:C-0295", "kubescape:duplicate-env-var"],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          env:
                            - name: ASPNETCORE_ENVIRONMENT
                              value: Production
                            - name: [|ASPNETCORE_ENVIRONMENT|]
                              value: Staging

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
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          env:
                            - name: ASPNETCORE_ENVIRONMENT
                              value: Production

                """),
        ],
    };
}
