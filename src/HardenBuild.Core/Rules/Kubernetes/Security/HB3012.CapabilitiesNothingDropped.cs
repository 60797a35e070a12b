using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>capabilities.drop</c> is absent or empty.</summary>
internal sealed class CapabilitiesNothingDropped() : WorkloadRule("HB3012", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload) => workload.Pod.IsLinux
        ? ReportGap(workload, [.. workload.Containers.Where(static container => container.Security.DroppedCapabilities is { Items.IsEmpty: true, IsUnknown: false })])
        : [];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CapabilitiesNothingDropped),
        Title = "Container drops no capability",
        MessageFormat =
            "Container '{0}' drops none of the capabilities that the runtime gives every container; set 'capabilities.drop: [ALL]' "
            + "and add back only what it needs",
        Rationale =
            "The runtime gives a container about a dozen capabilities that a .NET application does not use. A container that drops "
            + "none of them was never looked at. The rule HB3011 asks for more: that all of them are dropped.",
        WhenToIgnore = "When HB3011 is on, which reports the same containers and more; this rule is off by default.",
        CatalogueSlugs = ["capabilities-nothing-dropped"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(250), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["trivy:KSV-0004", "kubesec:CapDropAny", "kics:No Drop Capabilities for Containers"],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      containers:
                        - name: [|api|]
                          image: registry.example.com/api:1.4.2

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
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            allowPrivilegeEscalation: false
                            capabilities:
                              drop: [ALL]

                """),
        ],
    };
}
