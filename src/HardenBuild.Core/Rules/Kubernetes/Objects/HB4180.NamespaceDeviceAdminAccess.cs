using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Devices;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A namespace lets claims ask for devices that others use.</summary>
internal sealed class NamespaceDeviceAdminAccess() : ManifestSetRule("HB4180", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var manifest in set.OfKind("", "Namespace"))
        {
            if (manifest.Name.Known is not { } name || manifest.Labels.Text(DeviceClaims.AdminLabel).Known is not { } label)
                continue;
            if (label.Value != "true")
                yield return ReportLabel(manifest, label, name.Value, $"has no effect with the value '{label.Value}', because only 'true' counts");
            else if (!DeviceClaims.In(set).Any(claim => claim.Namespace.Is(name.Value) && DeviceClaims.AdminAccess(claim).Any()))
                yield return ReportLabel(manifest, label, name.Value, "lets whoever may write there open devices that others use, and nothing among the manifests needs it");
            else if (Application(set, name.Value) is { } workload)
                yield return ReportLabel(manifest, label, name.Value, $"lets '{workload.LogicalPath}' beside the agents open devices that others use");
        }
    }

    /// <summary>A workload of the namespace that is no agent of the nodes.</summary>
    private static Workload? Application(ManifestSet set, string @namespace)
    {
        foreach (var workload in set.Workloads)
        {
            if (workload.Object.Namespace.Is(@namespace) && workload.Object.Kind.Value is "Deployment" or "StatefulSet" && !UsesClaims(workload))
                return workload;
        }

        return null;
    }

    private static bool UsesClaims(Workload workload) => !new ManifestFields(workload.Pod.Spec).Objects("resourceClaims").IsEmpty;

    private Finding ReportLabel(KubernetesObject manifest, Located<string> label, string name, string effect) =>
        Report(label.Location, name, effect) with { LogicalPath = manifest.LogicalPath };

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(NamespaceDeviceAdminAccess),
        Title = "Namespace allows access to devices that others use",
        MessageFormat = "The label of namespace '{0}' for access to devices {1}; remove it",
        Rationale =
            "The label 'resource.kubernetes.io/admin-access' is the only gate before claims with 'adminAccess': with it, whoever may "
            + "create claims in the namespace reaches the devices of other teams.",
        WhenToIgnore = "When agents that are installed from elsewhere need it and nothing else runs in the namespace.",
        CatalogueSlugs = ["namespace-device-admin-access"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Violations =
        [
            new("namespace.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                  labels:
                    resource.kubernetes.io/admin-access: [|"true"|]

                """),
            new("namespace.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                  labels:
                    resource.kubernetes.io/admin-access: [|"yes"|]

                """),
        ],
        Fixed =
        [
            new("namespace.yaml", """
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                  labels:
                    team: shop

                """),
        ],
    };
}
