using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server does not ask anybody about images.</summary>
internal sealed class ApiserverImagePolicyWebhookMissing() : RequiredPluginRule("HB4122", RuleSeverity.None, RuleSeverity.None, "ImagePolicyWebhook")
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverImagePolicyWebhookMissing),
        Title = "API server does not ask anybody about images",
        MessageFormat =
            "The API server in {0} runs images from anywhere; add 'ImagePolicyWebhook' to '{1}' or check signatures with a policy "
            + "engine",
        Rationale =
            "The plugin asks a service of yours for each image before a pod may start, so that only images from trusted sources "
            + "run.",
        WhenToIgnore = "When a policy engine such as Kyverno or the Sigstore policy controller verifies images.",
        CatalogueSlugs = ["apiserver-image-policy-webhook-missing"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(494),
            RuleReference.CisKubernetes("5.5.1"),
            RuleReference.OwaspKubernetes("K02:2022"),
        ],
        Aliases = ["kubescape:C-0289"],
        Related = ["kics:Image Policy Webhook Admission Control Plugin Not Set"],
        Violations =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-apiserver
                  namespace: kube-system
                spec:
                  containers:
                    - name: kube-apiserver
                      command:
                        - kube-apiserver
                        - --enable-admission-plugins=[|NodeRestriction|]

                """),
        ],
        Fixed =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-apiserver
                  namespace: kube-system
                spec:
                  containers:
                    - name: kube-apiserver
                      command:
                        - kube-apiserver
                        - --enable-admission-plugins=NodeRestriction,ImagePolicyWebhook

                """),
        ],
    };
}
