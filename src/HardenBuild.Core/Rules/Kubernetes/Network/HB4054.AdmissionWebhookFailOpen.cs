using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A guard that lets everything pass when it is ill.</summary>
internal sealed class AdmissionWebhookFailOpen() : ManifestRule("HB4054", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.ApiGroup != "admissionregistration.k8s.io")
            yield break;
        if (manifest.Kind.Value == "ValidatingAdmissionPolicy")
        {
            if (new ManifestFields(manifest.Root["spec"]).Text("failurePolicy").Known is { Value: "Ignore" } ignored)
                yield return Report(ignored.Location, manifest.LogicalPath, "the policy") with { LogicalPath = manifest.LogicalPath };
            yield break;
        }

        if (manifest.Kind.Value is not ("ValidatingWebhookConfiguration" or "MutatingWebhookConfiguration"))
            yield break;
        foreach (var webhook in new ManifestFields(manifest.Root).Objects("webhooks"))
        {
            var fields = new ManifestFields(webhook);
            if (fields.Text("failurePolicy").Known is { Value: "Ignore" } policy)
            {
                yield return Report(policy.Location, manifest.LogicalPath, fields.Text("name").Known?.Value ?? "the webhook") with
                {
                    LogicalPath = manifest.LogicalPath,
                    AtMost = manifest.Kind.Value == "MutatingWebhookConfiguration" ? RuleSeverity.Suggestion : RuleSeverity.Error,
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AdmissionWebhookFailOpen),
        Title = "Admission webhook lets objects pass when it fails",
        MessageFormat = "'{0}' accepts objects unchecked when '{1}' does not answer; set 'failurePolicy: Fail'",
        Rationale =
            "Whoever can overload or stop the webhook gets every object past it. A guard that is not there should keep the door "
            + "shut.",
        WhenToIgnore = "When the webhook only adds convenience, such as a sidecar or a default.",
        CatalogueSlugs = ["admission-webhook-fail-open"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(636), RuleReference.OwaspKubernetes("K04:2022"), RuleReference.OwaspKubernetes("K04:2025")],
        Violations =
        [
            new("network.yaml", """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingWebhookConfiguration
                metadata:
                  name: policy
                webhooks:
                  - name: policy.example.com
                    failurePolicy: [|Ignore|]
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
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingWebhookConfiguration
                metadata:
                  name: policy
                webhooks:
                  - name: policy.example.com
                    failurePolicy: Fail
                    rules:
                      - apiGroups: [apps]
                        apiVersions: [v1]
                        operations: [CREATE]
                        resources: [deployments]

                """),
        ],
    };
}
