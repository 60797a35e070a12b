using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>Every admission webhook: an inventory.</summary>
internal sealed class AdmissionWebhookInventory() : ManifestRule("HB4053", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest is { ApiGroup: "admissionregistration.k8s.io", Kind.Value: "ValidatingWebhookConfiguration" or "MutatingWebhookConfiguration" })
            yield return Report(manifest.NameLocation, manifest.LogicalPath) with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AdmissionWebhookInventory),
        Title = "Admission webhook exists",
        MessageFormat = "'{0}' sees the objects that are created in the cluster; check that it is known and wanted",
        Rationale = "A webhook may read and change every object. The inventory is for a review and off by default.",
        WhenToIgnore = "Always, unless a review is under way.",
        CatalogueSlugs = ["admission-webhook-inventory"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Aliases = ["kubescape:C-0036", "kubescape:C-0039", "kubescape:list-all-validating-webhooks", "kubescape:list-all-mutating-webhooks"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingWebhookConfiguration
                metadata:
                  name: [|policy|]
                webhooks:
                  - name: policy.example.com
                    rules:
                      - apiGroups: [apps]
                        apiVersions: [v1]
                        operations: [CREATE]
                        resources: [deployments]

                """),
        ],
        Fixed =
        [
            new("network.yaml", """
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

                """),
        ],
    };
}
