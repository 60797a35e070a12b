using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>The older name of a field.</summary>
internal sealed class ServiceAccountFieldDeprecated() : WorkloadRule("HB3110", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var spec = new ManifestFields(workload.Pod.Spec);
        var name = spec.Text("serviceAccountName");
        if (spec.Text("serviceAccount").Known is not { } old || name.IsUnknown || name.Is(old.Value) || workload.Pod.Spec.Find("serviceAccount") is not { Key: { } key })
            yield break;
        yield return ReportPod(workload, key.Location, name.Known is { } other ? $", which says '{other.Value}' and wins" : "");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ServiceAccountFieldDeprecated),
        Title = "Deprecated field names the service account",
        MessageFormat = "'serviceAccount' is the deprecated name of 'serviceAccountName'{0}; rename it",
        Rationale =
            "Kubernetes keeps the old field for clients of its first versions and fills the other one from it. Where both differ "
            + "the API server takes 'serviceAccountName' and drops the other in silence.",
        WhenToIgnore = "When the manifest is also read by a tool that knows the old field only.",
        CatalogueSlugs = ["service-account-field-deprecated"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(477), RuleReference.OwaspKubernetes("K10:2022"), RuleReference.OwaspKubernetes("K07:2025")],
        Aliases = ["kube-linter:deprecated-service-account-field", "kubeaudit:AutomountServiceAccountTokenDeprecated", "kubescape:C-0294"],
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
                      [|serviceAccount|]: api
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

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
                      serviceAccountName: api
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
