using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Secrets are not encrypted as they should be.</summary>
internal sealed class EncryptionConfigurationWeak() : ManifestRule("HB4142", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        foreach (var resources in EncryptedResources.In(manifest))
        {
            if (resources.HoldsSecrets && resources.Providers is [{ Name: { Value: "identity" } first }, ..])
                yield return Report(first.Location, first.Value, "comes first and writes Secrets into etcd in clear text", "put a provider such as 'kms' before it") with { LogicalPath = manifest.LogicalPath };
            foreach (var provider in resources.Providers)
            {
                foreach (var finding in Inspect(provider))
                    yield return finding with { LogicalPath = manifest.LogicalPath };
            }
        }
    }

    private IEnumerable<Finding> Inspect(EncryptionProvider provider)
    {
        var (name, location) = provider.Name;
        if (name == "kms" && provider.Fields.Text("apiVersion") is { IsAbsent: true } or { Known.Value: "v1" })
            yield return Report(location, name, "uses version 1 of its interface, which Kubernetes 1.29 and later refuse", "set 'apiVersion: v2'") with { AtMost = RuleSeverity.Warning };
        foreach (var key in provider.KeyLiterals())
            yield return Report(key.Location, name, "has its key in this file", "generate the key on the node or use 'kms', and replace this one");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EncryptionConfigurationWeak),
        Title = "Secrets are not encrypted as they should be",
        MessageFormat = "The provider '{0}' {1}; {2}",
        Rationale =
            "The first provider of a list encrypts what is written, and 'identity' does not encrypt at all. A key in the same "
            + "repository as the manifests is known to everyone who can read it, and the first version of the interface to key "
            + "services is switched off since Kubernetes 1.29.",
        WhenToIgnore = "When 'identity' comes first while secrets are being decrypted on purpose, for a downgrade say.",
        CatalogueSlugs = ["encryption-configuration-weak"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        IsAboutSecretValue = true,
        References =
        [
            RuleReference.Cwe(311),
            RuleReference.CisKubernetes("1.2.28"),
            RuleReference.OwaspKubernetes("K08:2022"),
            RuleReference.OwaspKubernetes("K03:2025"),
        ],
        Aliases = ["kubescape:C-0142"],
        Related = ["kics:Encryption Provider Not Properly Configured"],
        ComparedWith = "The peers look at the first provider only, or ask for any encrypting one in the list.",
        Violations =
        [
            new("manifest.yaml", """
                apiVersion: apiserver.config.k8s.io/v1
                kind: EncryptionConfiguration
                resources:
                  - resources: [secrets]
                    providers:
                      - [|identity|]: {}
                      - aescbc:
                          keys: []

                """),
            new("manifest.yaml", """
                apiVersion: apiserver.config.k8s.io/v1
                kind: EncryptionConfiguration
                resources:
                  - resources: [secrets]
                    providers:
                      - [|kms|]:
                          name: vault
                          endpoint: unix:///run/kms.sock
                      - identity: {}

                """),
        ],
        Fixed =
        [
            new("manifest.yaml", """
                apiVersion: apiserver.config.k8s.io/v1
                kind: EncryptionConfiguration
                resources:
                  - resources: [secrets]
                    providers:
                      - kms:
                          apiVersion: v2
                          name: vault
                          endpoint: unix:///run/kms.sock
                      - identity: {}

                """),
        ],
    };
}
