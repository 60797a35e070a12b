using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Secrets;

namespace HardenBuild.Rules.Kubernetes.Secrets;

/// <summary>A secret is written in a ConfigMap.</summary>
internal sealed class HardcodedSecretInConfigmap() : ManifestRule("HB3060", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.Kind.Value != "ConfigMap")
            yield break;
        foreach (var secret in ConfigMapSecrets.Find(manifest))
        {
            yield return Report(secret.Location, manifest.Name.Known?.Value ?? "", secret.What) with
            {
                LogicalPath = manifest.LogicalPath,
                AtMost = secret.Value == SecretValue.Placeholder ? RuleSeverity.Suggestion : RuleSeverity.Error,
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HardcodedSecretInConfigmap),
        Title = "Secret is written in a ConfigMap",
        MessageFormat =
            "ConfigMap '{0}' holds {1}, though ConfigMaps are neither encrypted nor kept from readers; replace the secret and keep the new "
            + "one in a Secret",
        Rationale =
            "The role 'view' may read every ConfigMap and no Secret, the encryption of a cluster's database is set up for Secrets alone, "
            + "and ConfigMaps are printed in logs without a thought.",
        WhenToIgnore =
            "When the value opens nothing, as the password of a database that lives for one test. Words that only stand for a secret, such "
            + "as 'changeme', are suggestions.",
        CatalogueSlugs = ["hardcoded-secret-in-configmap"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(312), RuleReference.OwaspKubernetes("K08:2022"), RuleReference.OwaspKubernetes("K03:2025")],
        Aliases = ["trivy:KSV-0109", "polaris:sensitiveConfigmapContent", "kubescape:C-0012", "kubescape:rule-credentials-configmap"],
        IsAboutSecretValue = true,
        ComparedWith =
            "trivy looks for 'pass' and 'token' anywhere in a key, so that 'bypass' and 'tokenizer' are secrets to it; here words count. "
            + "What a template or variable fills in, paths, numbers and comments are no secrets. Values in 'binaryData' are decoded first.",
        Violations =
        [
            new("configmap.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                data:
                  Database__Password: [|correct-horse-7|]

                """),
            new("configmap.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                data:
                  redis.conf: |
                    port 6379
                    masterauth-password = [|correct-horse-7|]

                """),
        ],
        Fixed =
        [
            new("configmap.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                data:
                  Database__Host: db.example.com
                  Database__PasswordFile: /run/secrets/database/password

                """),
        ],
    };
}
