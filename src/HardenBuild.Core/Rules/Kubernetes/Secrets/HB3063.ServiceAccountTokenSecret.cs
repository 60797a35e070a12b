using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Secrets;

/// <summary>A Secret that Kubernetes fills with a token of a service account.</summary>
internal sealed class ServiceAccountTokenSecret() : ManifestRule("HB3063", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        const string Account = "kubernetes.io/service-account.name";
        if (manifest.Kind.Value != "Secret" || manifest.ApiGroup.Length > 0)
            yield break;
        var type = new ManifestFields(manifest.Root).Text("type");
        if (type.Is("kubernetes.io/service-account-token") && !manifest.Annotations.Text(Account).IsAbsent)
            yield return Report(type.Known!.Value.Location, manifest.Name.Known?.Value ?? "", manifest.Annotations.Text(Account).Known?.Value ?? "?") with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ServiceAccountTokenSecret),
        Title = "Token of a service account never expires",
        MessageFormat =
            "Secret '{0}' is filled with a token of service account '{1}' that is valid until somebody deletes it; request short-lived "
            + "tokens with 'kubectl create token' or a projected volume",
        Rationale =
            "Since Kubernetes 1.24 pods get tokens that expire with them. A token in a Secret is valid for ever, from anywhere, and "
            + "whoever may read Secrets of the namespace acts as the account.",
        WhenToIgnore = "When a system outside the cluster can use nothing but a fixed token, and the account may do little.",
        CatalogueSlugs = ["service-account-token-secret"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(613), RuleReference.OwaspKubernetes("K06:2022"), RuleReference.OwaspKubernetes("K09:2025")],
        Violations =
        [
            new("secret.yaml", """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: deployer-token
                  annotations:
                    kubernetes.io/service-account.name: deployer
                type: [|kubernetes.io/service-account-token|]

                """),
        ],
        Fixed =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      serviceAccountName: deployer
                      volumes:
                        - name: token
                          projected:
                            sources:
                              - serviceAccountToken:
                                  path: token
                                  audience: vault
                                  expirationSeconds: 3600

                """),
        ],
    };
}
