using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes;

/// <summary>A volume that is a path of the node.</summary>
internal sealed class HostPathVolume() : WorkloadRule("HB3041", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (workload.Object.Namespace.Is("kube-system"))
            yield break;
        foreach (var volume in workload.Pod.HostPathVolumes())
        {
            yield return ReportPod(workload, volume.Location, volume.Name.Known?.Value ?? "") with
            {
                Related = HostPathMounts.Of(workload, volume),
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HostPathVolume),
        Title = "Volume is a path of the node",
        MessageFormat =
            "Volume '{0}' opens a path of the node to the pod: the data stays behind when the pod moves, and other pods may read it; "
            + "use a persistent volume claim, or emptyDir for scratch data",
        Rationale =
            "A hostPath volume ties the pod to one node and lets it read and write files that belong to the node or to other pods. "
            + "Namespaces that enforce the Pod Security Standard 'baseline' refuse such pods.",
        WhenToIgnore =
            "When the pod is an agent that reads the node by design, such as a log collector. Pods in the namespace 'kube-system' "
            + "are not reported.",
        CatalogueSlugs = ["host-path-volume"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(668),
            RuleReference.CisKubernetes("5.2.11"),
            RuleReference.PodSecurity("baseline", "HostPath Volumes"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases = ["trivy:KSV-0023", "polaris:hostPathSet", "kubescape:C-0048"],
        Related = ["kics:Non Kube System Pod With Host Mount"],
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
                      volumes:
                        - name: data
                          hostPath:
                            path: [|/srv/data|]
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          volumeMounts:
                            - name: data
                              mountPath: /data

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
                      volumes:
                        - name: data
                          persistentVolumeClaim:
                            claimName: data
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          volumeMounts:
                            - name: data
                              mountPath: /data

                """),
        ],
    };
}
