using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server does not serve TLS.</summary>
internal sealed class ApiserverSecurePortDisabled()
    : ControlPlaneRule("HB4125", RuleSeverity.Error, RuleSeverity.Error, ControlPlaneComponent.ApiServer)
{
    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        if (options.Find("secure-port") is { Known: { Value: "0" } port })
            yield return Report(options, port.Location, options.Spell("secure-port", "6443"));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverSecurePortDisabled),
        Title = "API server does not serve TLS",
        MessageFormat =
            "The API server in {0} switches its secure port off, so that it cannot be reached with TLS; remove the flag or set a "
            + "port such as '{1}'",
        Rationale =
            "With port 0 the API server does not serve HTTPS with authentication and authorization at all, which leaves the "
            + "insecure port or nothing.",
        WhenToIgnore = "Never in a cluster that others can reach.",
        CatalogueSlugs = ["apiserver-secure-port-disabled"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(319),
            RuleReference.OwaspKubernetes("K09:2022"),
            RuleReference.OwaspKubernetes("K07:2025"),
        ],
        Aliases = ["trivy:KCV-0017", "checkov:CKV_K8S_89", "kubescape:C-0128"],
        Related = ["kics:Secure Port Set To Zero"],
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
                        - --secure-port=[|0|]

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
                        - --secure-port=6443

                """),
        ],
    };
}
