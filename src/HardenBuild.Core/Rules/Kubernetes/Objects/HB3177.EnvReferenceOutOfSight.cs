using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A variable from a Secret or ConfigMap that no file defines.</summary>
internal sealed class EnvReferenceOutOfSight() : ManifestSetRule("HB3177", RuleSeverity.None, RuleSeverity.None)
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
                    if (reference.Text("name").Known is not { } name || workload.Object.Namespace.IsUnknown || !reference.Boolean("optional").IsAbsentOr(false))
                        continue;
                    if (!set.Named(kind, workload.Object.Namespace, name.Value).Any())
                        yield return Report(name.Location, workload.LogicalPath, kind, name.Value) with { LogicalPath = workload.LogicalPath };
                }
            }
        }
    }

    private static readonly (string Field, string Kind)[] s_references = [("secretKeyRef", "Secret"), ("configMapKeyRef", "ConfigMap")];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EnvReferenceOutOfSight),
        Title = "Referenced object is not in the repository",
        MessageFormat = "'{0}' takes a value from {1} '{2}', which is defined in none of the files; define it, or correct the name",
        Rationale =
            "The pod does not start without the object: the kubelet reports 'CreateContainerConfigError'. The strict form of "
            + "HB3142, which only looks at objects that are there: Secrets belong into no repository.",
        WhenToIgnore =
            "When an operator, a store of secrets or another repository makes the object, as is usual for Secrets; the rule is off "
            + "by default.",
        CatalogueSlugs = ["env-reference-out-of-sight"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        References = [],
        Aliases = ["kube-linter:env-value-from"],
        Violations =
        [
            new("deployment.yaml", """
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
                            - name: REGION
                              valueFrom:
                                configMapKeyRef:
                                  name: [|settings|]
                                  key: region

                """),
        ],
        Fixed =
        [
            new("deployment.yaml", """
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
                            - name: REGION
                              valueFrom:
                                configMapKeyRef:
                                  name: settings
                                  key: region
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                  namespace: shop
                data:
                  region: west

                """),
        ],
    };
}
