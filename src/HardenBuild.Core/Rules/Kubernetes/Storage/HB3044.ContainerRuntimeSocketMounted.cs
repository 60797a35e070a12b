using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>A volume with the socket of a container runtime.</summary>
internal sealed class ContainerRuntimeSocketMounted() : WorkloadRule("HB3044", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var volume in workload.Pod.HostPathVolumes())
        {
            if (volume.Path.Known is not { } path || !RuntimeSockets.IsExposedBy(HostPath.Normalize(path.Value)))
                continue;
            yield return ReportPod(workload, volume.Location, path.Value) with { Related = HostPathMounts.Of(workload, volume) };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ContainerRuntimeSocketMounted),
        Title = "Socket of the container runtime is open to the pod",
        MessageFormat =
            "'{0}' opens the container runtime to the pod: who can write to its socket starts privileged containers and is root on "
            + "the node; remove the volume and build images with a tool that needs no daemon",
        Rationale =
            "The runtime's socket has no permissions of its own: a request to it can mount the node's whole disk into a new "
            + "container. Mounting it read-only changes nothing, because requests can still be sent. .NET images are built without a "
            + "daemon by 'dotnet publish /t:PublishContainer'.",
        WhenToIgnore = "When the pod is the cluster's own agent for the runtime and runs in a namespace that only administrators can use.",
        CatalogueSlugs = ["container-runtime-socket-mounted"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(250),
            RuleReference.PodSecurity("baseline", "HostPath Volumes"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases =
        [
            "trivy:KSV-0006",
            "checkov:CKV_K8S_27",
            "kube-linter:docker-sock",
            "kubesec:DockerSock",
            "kubescape:C-0074",
            "kubescape:containers-mounting-docker-socket",
            "kubeaudit:SensitivePathsMounted",
            "trivy:KSV-0023",
            "trivy:KSV-0028",
            "polaris:hostPathSet",
            "kubescape:C-0048",
            "kubescape:alert-any-hostpath",
            "kics:Docker Daemon Socket is Exposed to Containers",
        ],
        Supersedes = ["HB3041", "HB3042", "HB3045"],
        ComparedWith =
            "trivy and checkov know only /var/run/docker.sock; here the sockets of containerd, CRI-O, Podman and BuildKit and the "
            + "folders that hold them count as well.",
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
                            path: [|/var/run/docker.sock|]
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
                            path: [|/run/containerd|]
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
