using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary><c>capabilities.drop</c> lacks <c>ALL</c>.</summary>
internal sealed class CapabilitiesNotDroppedAll() : WorkloadRule("HB3011", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var gaps = new List<Container>();
        foreach (var violation in workload.Pod.ViolationsOf(PodSecurityControl.RestrictedCapabilities))
        {
            if (violation is not { IsAbsence: true, Container: { } container } || !workload.Pod.IsLinux || container.Security.IsPrivileged)
                continue;
            // Runtimes take 'all' and 'CAP_ALL' as well, though admission at the level 'restricted' does not.
            if (!container.Security.DroppedCapabilities.Items.Any(static capability => Capabilities.Normalize(capability.Value) == "ALL"))
                gaps.Add(container);
        }

        return ReportGap(workload, gaps);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CapabilitiesNotDroppedAll),
        Title = "Container keeps capabilities that it does not need",
        MessageFormat =
            "Container '{0}' keeps the capabilities that the runtime gives every container, such as NET_RAW; set 'capabilities.drop: "
            + "[ALL]' and add back only what it needs",
        Rationale =
            "The runtime gives a container about a dozen capabilities, among them forging network packets and overriding file "
            + "permissions. A web application uses none of them: since .NET 8 the images listen on port 8080, which needs no "
            + "NET_BIND_SERVICE.",
        WhenToIgnore = "When the container was measured to need most of the default capabilities.",
        CatalogueSlugs = ["capabilities-not-dropped-all"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(250),
            RuleReference.CisKubernetes("5.2.9"),
            RuleReference.PodSecurity("restricted", "Capabilities"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases = ["trivy:KSV-0003", "checkov:CKV_K8S_37", "trivy:KSV-0106", "polaris:insecureCapabilities", "kubesec:CapDropAll", "kubeaudit:CapabilityShouldDropAll", "kubeaudit:CapabilityOrSecurityContextMissing"],
        ComparedWith =
            "checkov looks for the text anywhere in a name; here the name must be ALL. polaris accepts a list of the single "
            + "capabilities instead. Runtimes take 'all' in any case, admission at the level 'restricted' does not, which HB4016 "
            + "reports.",
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
                          securityContext:
                            capabilities:
                              drop: [NET_RAW]

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
                            capabilities:
                              drop: [ALL]

                """),
        ],
    };
}
