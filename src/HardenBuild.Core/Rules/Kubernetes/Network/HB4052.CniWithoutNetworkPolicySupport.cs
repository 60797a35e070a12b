using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>A network without policies.</summary>
internal sealed class CniWithoutNetworkPolicySupport() : ManifestRule("HB4052", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        if (manifest is not { ApiGroup: "", Kind.Value: "ConfigMap" })
            yield break;
        var data = new ManifestFields(manifest.Root["data"]);
        foreach (var member in data.Mapping?.Members ?? [])
        {
            if (member.Key is not { } key || !key.Value.EndsWith(".conf", StringComparison.Ordinal) && !key.Value.EndsWith(".conflist", StringComparison.Ordinal) && key.Value != "cni-conf.json")
                continue;
            if (data.Text(key.Value).Known is { } text && text.Value.Contains("\"flannel\"", StringComparison.Ordinal) && !text.Value.Contains("calico", StringComparison.Ordinal) && !text.Value.Contains("cilium", StringComparison.Ordinal))
                yield return Report(key.Location, manifest.LogicalPath, "flannel") with { LogicalPath = manifest.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CniWithoutNetworkPolicySupport),
        Title = "Network plugin knows no network policies",
        MessageFormat = "'{0}' configures '{1}', which ignores network policies; use a plugin that knows them, such as Calico or Cilium",
        Rationale =
            "The API server accepts policies whether or not anybody enforces them. With such a plugin every policy is without "
            + "effect. The rule is off by default.",
        WhenToIgnore = "When another component enforces policies.",
        CatalogueSlugs = ["cni-without-network-policy-support"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(923), RuleReference.CisKubernetes("5.3.1"), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["kics:CNI Plugin Does Not Support Network Policies"],
        Related = ["kubescape:C-0205"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: flannel
                data:
                  [|cni-conf.json|]: '{"plugins": [{"type": "flannel"}]}'

                """),
        ],
        Fixed =
        [
            new("network.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: canal
                data:
                  cni-conf.json: '{"plugins": [{"type": "calico"}]}'

                """),
        ],
    };
}
