using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Storage;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A volume that the kubelet clones from a repository.</summary>
internal sealed class GitRepoVolume() : WorkloadRule("HB3047", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var (volume, fields, key) in PodVolumes.OfType(workload.Pod, "gitRepo"))
            yield return ReportPod(workload, key, fields.Text("repository").Known?.Value ?? volume.Name.Known?.Value ?? "");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(GitRepoVolume),
        Title = "Volume is cloned from a repository by the kubelet",
        MessageFormat =
            "The kubelet clones '{0}' as root on the node, where hooks of the repository can run any program; clone in an init container "
            + "into an emptyDir instead",
        Rationale =
            "A gitRepo volume makes the kubelet run git with its own rights. A repository, or a folder name in the volume, can make git "
            + "run a program outside the container (CVE-2024-10220). Kubernetes 1.33 refuses the volume unless an administrator switches it "
            + "on again.",
        WhenToIgnore = "Never: the cluster does not accept the volume for much longer.",
        CatalogueSlugs = ["git-repo-volume"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(94),
            RuleReference.PodSecurity("restricted", "Volume Types"),
            RuleReference.OwaspKubernetes("K10:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KSV-0028"],
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
                          [|gitRepo|]:
                            repository: https://git.example.com/content.git
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
                          emptyDir: {}
                      initContainers:
                        - name: clone
                          image: registry.example.com/git:2.47.1
                          args: [clone, --depth=1, https://git.example.com/content.git, /data]
                          volumeMounts:
                            - name: data
                              mountPath: /data

                """),
        ],
    };
}
