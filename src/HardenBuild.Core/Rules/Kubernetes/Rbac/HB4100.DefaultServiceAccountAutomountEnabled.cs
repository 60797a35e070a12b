using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Rbac;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>The account <c>default</c> with its token.</summary>
internal sealed class DefaultServiceAccountAutomountEnabled() : ManifestRule("HB4100", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest.ApiGroup.Length > 0 || manifest.Kind.Value != "ServiceAccount" || !manifest.Name.Is(ServiceAccounts.Default))
            yield break;
        var automount = ServiceAccounts.AutomountOf(manifest);
        if (automount.IsAbsentOr(true))
            yield return Report(automount.Known?.Location ?? manifest.NameLocation, manifest.LogicalPath) with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DefaultServiceAccountAutomountEnabled),
        Title = "Default service account hands its token to every pod",
        MessageFormat =
            "'{0}' hands its token to every pod of the namespace that names no other account; set 'automountServiceAccountToken: "
            + "false'",
        Rationale =
            "Pods run as 'default' when nobody thought about it. Without a token in them the account is harmless, whatever roles "
            + "it gets by mistake.",
        WhenToIgnore = "When pods of the namespace call the Kubernetes API as 'default' and cannot be given an account of their own.",
        CatalogueSlugs = ["default-service-account-automount-enabled"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(522), RuleReference.CisKubernetes("5.1.5"), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["checkov:CKV_K8S_41", "kubescape:C-0189", "kics:Default Service Account In Use"],
        Violations =
        [
            new("account.yaml", """
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  name: [|default|]
                  namespace: shop

                """),
        ],
        Fixed =
        [
            new("account.yaml", """
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  name: default
                  namespace: shop
                automountServiceAccountToken: false

                """),
        ],
    };
}
