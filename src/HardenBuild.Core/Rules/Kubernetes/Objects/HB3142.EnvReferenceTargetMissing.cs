using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A reference to a key that the object lacks.</summary>
internal sealed class EnvReferenceTargetMissing() : ManifestSetRule("HB3142", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            foreach (var item in workload.Containers.SelectMany(static container => new ManifestFields(container.Root).Objects("env")))
            {
                var source = new ManifestFields(item).Object("valueFrom");
                foreach (var (field, kind) in s_references)
                {
                    var reference = source.Object(field);
                    if (reference.Text("name").Known is not { } name || reference.Text("key").Known is not { } key || !reference.Boolean("optional").IsAbsentOr(false))
                        continue;
                    if (set.Resolve(kind, workload.Object.Namespace, name.Value, workload.Object) is { } target && Lacks(target, key.Value))
                    {
                        yield return Report(key.Location, workload.LogicalPath, key.Value, target.LogicalPath) with
                        {
                            LogicalPath = workload.LogicalPath,
                            Related = [new RelatedLocation(target.NameLocation, "The object without the key")],
                        };
                    }
                }
            }
        }
    }

    private static readonly (string Field, string Kind)[] s_references = [("secretKeyRef", "Secret"), ("configMapKeyRef", "ConfigMap")];

    // A list of data that a placeholder or a tool fills in says nothing.
    private static bool Lacks(KubernetesObject target, string key)
    {
        var fields = new ManifestFields(target.Root);
        var hasAny = false;
        foreach (var name in s_data)
        {
            var data = fields.Object(name);
            if (data.IsUnknown || (data.Mapping is { } mapping && mapping[key] is not null))
                return false;
            hasAny |= data.Mapping is not null;
        }

        return hasAny;
    }

    private static readonly string[] s_data = ["data", "stringData", "binaryData"];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EnvReferenceTargetMissing),
        Title = "Referenced key does not exist",
        MessageFormat = "'{0}' takes a value from key '{1}' of '{2}', which has no such key; correct the key, or add it",
        Rationale = "The pod does not start: the kubelet waits for the key and reports 'CreateContainerConfigError'.",
        WhenToIgnore = "When a tool adds the key to the object.",
        CatalogueSlugs = ["env-reference-target-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:env-value-from"],
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
                            - name: Theme
                              valueFrom:
                                configMapKeyRef:
                                  name: shop
                                  key: [|Themes|]
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: shop
                  namespace: shop
                data:
                  Theme: dark

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
                            - name: Theme
                              valueFrom:
                                configMapKeyRef:
                                  name: shop
                                  key: Theme
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: shop
                  namespace: shop
                data:
                  Theme: dark

                """),
        ],
    };
}
