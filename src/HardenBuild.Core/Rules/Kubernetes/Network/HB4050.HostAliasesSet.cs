using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Network;

/// <summary>Names of its own.</summary>
internal sealed class HostAliasesSet() : WorkloadRule("HB4050", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (workload.Pod.Spec.Find("hostAliases") is { Key: { } key } member && member.Value.AsSequence is { Items.IsEmpty: false })
            yield return ReportPod(workload, key.Location, workload.LogicalPath);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HostAliasesSet),
        Title = "Pod resolves names by itself",
        MessageFormat = "'hostAliases' of '{0}' overrides the names of the network for this pod; use DNS",
        Rationale =
            "Entries in the pod's hosts file hide where a connection really goes and stay when the address changes. An attacker "
            + "who may edit the workload redirects it with one line.",
        WhenToIgnore = "When DNS cannot be changed and the addresses are fixed.",
        CatalogueSlugs = ["host-aliases-set"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(350), RuleReference.OwaspKubernetes("K07:2022"), RuleReference.OwaspKubernetes("K05:2025")],
        Aliases = ["trivy:KSV-0007", "kubesec:HostAliases"],
        Related = ["kics:Host Aliases Undefined Or Empty"],
        Violations =
        [
            new("network.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      [|hostAliases|]:
                        - ip: 10.0.0.7
                          hostnames: [db.example.com]
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("network.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
