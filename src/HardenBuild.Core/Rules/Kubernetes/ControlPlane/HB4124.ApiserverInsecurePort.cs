using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server opens a port without TLS and authentication.</summary>
internal sealed class ApiserverInsecurePort()
    : ControlPlaneRule("HB4124", RuleSeverity.Error, RuleSeverity.Error, ControlPlaneComponent.ApiServer)
{
    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        if (options.Find("insecure-port").Known is { } port && port.Value != "0")
            yield return Report(options, port.Location, options.Spell("insecure-port", "0"), port.Value);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverInsecurePort),
        Title = "API server opens a port without TLS and authentication",
        MessageFormat =
            "The API server in {0} opens the insecure port '{2}', on which everyone is administrator of the cluster; remove the "
            + "flag or set '{1}'",
        Rationale =
            "Requests on the insecure port skip authentication and authorization. The port is closed by default since Kubernetes "
            + "1.20, and 1.24 removed the flag.",
        WhenToIgnore = "When a cluster older than Kubernetes 1.20 is kept only for tests.",
        CatalogueSlugs = ["apiserver-insecure-port"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(319),
            RuleReference.OwaspKubernetes("K06:2022"),
            RuleReference.OwaspKubernetes("K09:2025"),
        ],
        Related = ["checkov:CKV_K8S_88", "kubescape:C-0005", "kics:Insecure Port Not Properly Set"],
        ComparedWith =
            "checkov also reports a missing flag, although the port is closed without it since Kubernetes 1.20. kubescape looks for "
            + "port 1 alone.",
        Violations =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-apiserver
                  namespace: kube-system
                spec:
                  containers:
                    - name: kube-apiserver
                      command:
                        - kube-apiserver
                        - --insecure-port=[|8080|]

                """),
        ],
        Fixed =
        [
            new("manifest.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kube-apiserver
                  namespace: kube-system
                spec:
                  containers:
                    - name: kube-apiserver
                      command:
                        - kube-apiserver
                        - --insecure-port=0

                """),
        ],
    };
}
