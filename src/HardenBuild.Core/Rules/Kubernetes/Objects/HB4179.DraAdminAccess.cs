using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Devices;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A claim asks for devices that others use.</summary>
internal sealed class DraAdminAccess() : ManifestSetRule("HB4179", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var manifest in DeviceClaims.In(set))
        {
            foreach (var access in DeviceClaims.AdminAccess(manifest))
            {
                yield return Report(access, manifest.Name.Known?.Value ?? "") with
                {
                    LogicalPath = manifest.LogicalPath,
                    AtMost = DeviceClaims.IsAllowed(set, manifest) ? RuleSeverity.Suggestion : RuleSeverity.Warning,
                };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DraAdminAccess),
        Title = "Claim asks for devices that others use",
        MessageFormat =
            "'adminAccess' gives the pods of claim '{0}' devices that other pods are using, with their memory and results; remove it, or "
            + "keep it for agents that watch the devices",
        Rationale =
            "A claim with administrative access is served although the device is taken, and drivers may open functions to it that nobody "
            + "else has. The cluster allows it only in namespaces with a label for that.",
        WhenToIgnore =
            "When the claim belongs to an agent that observes the devices, in a namespace that holds nothing else. With the namespace and "
            + "its label among the manifests the finding is a suggestion.",
        CatalogueSlugs = ["dra-admin-access"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(250), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Violations =
        [
            new("claim.yaml", """
                apiVersion: resource.k8s.io/v1
                kind: ResourceClaim
                metadata:
                  name: gpu
                  namespace: monitoring
                spec:
                  devices:
                    requests:
                      - name: gpu
                        exactly:
                          deviceClassName: gpu.example.com
                          adminAccess: [|true|]

                """),
            new("claim.yaml", """
                apiVersion: resource.k8s.io/v1beta1
                kind: ResourceClaim
                metadata:
                  name: gpu
                  namespace: monitoring
                spec:
                  devices:
                    requests:
                      - name: gpu
                        deviceClassName: gpu.example.com
                        adminAccess: [|true|]

                """),
        ],
        Fixed =
        [
            new("claim.yaml", """
                apiVersion: resource.k8s.io/v1
                kind: ResourceClaim
                metadata:
                  name: gpu
                  namespace: monitoring
                spec:
                  devices:
                    requests:
                      - name: gpu
                        exactly:
                          deviceClassName: gpu.example.com
                          adminAccess: false

                """),
        ],
    };
}
