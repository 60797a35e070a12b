using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Secrets;

namespace HardenBuild.Rules.Kubernetes.Secrets;

/// <summary>A Secret with its values.</summary>
internal sealed class SecretManifestWithLiteralData() : ManifestRule("HB3062", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.Kind.Value != "Secret" || manifest.ApiGroup.Length > 0 || SecretManifest.IsEncrypted(manifest) || SecretManifest.IsFixture(manifest.Path))
            yield break;
        var literals = SecretManifest.Literals(manifest).ToList();
        if (literals.Count == 0)
            yield break;
        // A real value among placeholders decides, and best one that is called a secret.
        var first = literals.Find(static literal => literal is { Value: SecretValue.Literal } && SecretSettings.Evidence(literal.What) != SecretEvidence.None)
            ?? literals.Find(static literal => literal.Value == SecretValue.Literal) ?? literals[0];
        yield return Report(first.Location, manifest.Name.Known?.Value ?? "", first.What) with
        {
            LogicalPath = manifest.LogicalPath,
            Related = [.. literals.Where(literal => literal != first).Select(static literal => new RelatedLocation(literal.Location, $"'{literal.What}' is a literal too"))],
            AtMost = first.Value == SecretValue.Placeholder ? RuleSeverity.Suggestion : RuleSeverity.Warning,
        };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SecretManifestWithLiteralData),
        Title = "Secret is kept with its values in a file",
        MessageFormat =
            "Secret '{0}' holds the value of '{1}' in the file, and base64 hides nothing: who can read the repository knows it; replace "
            + "the value, and let an external store, Sealed Secrets or SOPS bring it into the cluster",
        Rationale =
            "A repository keeps every version for ever and is copied to laptops, pipelines and backups. A Secret in it is known to all who "
            + "can read any of them, long after it was removed from the newest version.",
        WhenToIgnore =
            "When the value opens nothing. Files below folders for tests, Secrets encrypted by SOPS and public certificates are not "
            + "reported; words such as 'changeme' are suggestions.",
        CatalogueSlugs = ["secret-manifest-with-literal-data"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(798), RuleReference.OwaspKubernetes("K08:2022"), RuleReference.OwaspKubernetes("K03:2025")],
        Related = ["kics:Passwords And Secrets"],
        IsAboutSecretValue = true,
        Violations =
        [
            new("secret.yaml", """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: database
                type: Opaque
                stringData:
                  [|password|]: correct-horse-7

                """),
            new("secret.yaml", """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: database
                type: Opaque
                data:
                  [|password|]: Y29ycmVjdC1ob3JzZS03

                """),
        ],
        Fixed =
        [
            new("secret.yaml", """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata:
                  name: database
                spec:
                  secretStoreRef:
                    name: vault
                    kind: ClusterSecretStore
                  data:
                    - secretKey: password
                      remoteRef:
                        key: shop/database

                """),
        ],
    };
}
