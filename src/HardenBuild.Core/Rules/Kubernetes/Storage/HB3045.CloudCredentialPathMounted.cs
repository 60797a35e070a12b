using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Storage;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A volume with the credentials of a cloud.</summary>
internal sealed class CloudCredentialPathMounted() : WorkloadRule("HB3045", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var volume in workload.Pod.HostPathVolumes())
        {
            if (volume.Path.Known is { } path && CredentialPaths.CloudOf(HostPath.Normalize(path.Value)) is { } cloud)
                yield return ReportPod(workload, volume.Location, path.Value, cloud) with { Related = HostPathMounts.Of(workload, volume) };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CloudCredentialPathMounted),
        Title = "Volume holds the node's credentials for a cloud",
        MessageFormat =
            "'{0}' holds the node's credentials for {1}, with which the pod acts as the node outside the cluster; remove the volume and "
            + "give the pod an identity of its own",
        Rationale =
            "The account of a node may attach disks, pull all images and often read every secret store. A pod that reads its key has those "
            + "rights from anywhere, and the logs of the cloud show the node. Workload identity (IRSA, Azure Workload Identity, Workload "
            + "Identity Federation) gives a pod rights of its own that expire.",
        WhenToIgnore = "When the pod is the cloud provider's own controller and its documentation asks for the file.",
        CatalogueSlugs = ["cloud-credential-path-mounted"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(522),
            RuleReference.PodSecurity("baseline", "HostPath Volumes"),
            RuleReference.OwaspKubernetes("K08:2022"),
            RuleReference.OwaspKubernetes("K08:2025"),
        ],
        Aliases =
        [
            "kubescape:C-0020",
            "kubescape:alert-mount-potential-credentials-paths",
            "trivy:KSV-0023",
            "trivy:KSV-0028",
            "polaris:hostPathSet",
            "kubescape:C-0048",
            "kubescape:alert-any-hostpath",
        ],
        Supersedes = ["HB3041"],
        ComparedWith =
            "kubescape looks for the files of one cloud, the one that the cluster runs in; a manifest does not tell, so that all are "
            + "looked for.",
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
                            path: [|/root/.aws|]
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          volumeMounts:
                            - name: data
                              mountPath: /data

                """),
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
                            path: [|/etc/kubernetes/azure.json|]
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
                      serviceAccountName: api
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
