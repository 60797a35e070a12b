using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary><c>readOnlyRootFilesystem</c> is not true.</summary>
internal sealed class RootFilesystemWritable() : WorkloadRule("HB3040", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var gaps = new List<Container>();
        foreach (var container in workload.Pod.IsLinux ? workload.Containers : [])
        {
            var readOnly = container.Security.ReadOnlyRootFilesystem;
            if (readOnly.Known is { Value: false } known)
                yield return ReportContainer(workload, container, known.Location, container.DisplayName);
            else if (readOnly.IsAbsent)
                gaps.Add(container);
        }

        foreach (var finding in ReportGap(workload, gaps))
            yield return finding;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RootFilesystemWritable),
        Title = "Container can write to its root file system",
        MessageFormat =
            "An intruder in container '{0}' can change its programs and store tools; set 'readOnlyRootFilesystem: true' and mount an "
            + "emptyDir where it has to write, such as '/tmp'",
        Rationale =
            "With a read-only root file system an attacker cannot replace assemblies or drop tools, and what the application writes "
            + "is visible in its volumes. ASP.NET Core writes large request bodies to /tmp: mount an emptyDir there. The runtime's "
            + "diagnostics write there too; with the environment variable DOTNET_EnableDiagnostics=0 they need not.",
        WhenToIgnore = "When the application writes to many places of its image, or for a job that lives only for seconds.",
        CatalogueSlugs = ["root-filesystem-writable"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(732), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases =
        [
            "trivy:KSV-0014",
            "checkov:CKV_K8S_22",
            "kube-linter:no-read-only-root-fs",
            "kube-score:container-security-context-readonlyrootfilesystem",
            "kubeaudit:ReadOnlyRootFilesystemFalse",
            "kubeaudit:ReadOnlyRootFilesystemNil",
            "kubescape:C-0017",
            "kubescape:immutable-container-filesystem",
            "polaris:notReadOnlyRootFilesystem",
            "kubesec:ReadOnlyRootFilesystem",
            "kics:Root Container Not Mounted As Read-only",
        ],
        ComparedWith = "polaris also accepts the field on the pod, where Kubernetes does not know it; kubesec is content with one container that has it.",
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
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            readOnlyRootFilesystem: [|false|]

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
                        - name: tmp
                          emptyDir: {}
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            readOnlyRootFilesystem: true
                          env:
                            - name: DOTNET_EnableDiagnostics
                              value: "0"
                          volumeMounts:
                            - name: tmp
                              mountPath: /tmp

                """),
        ],
    };
}
