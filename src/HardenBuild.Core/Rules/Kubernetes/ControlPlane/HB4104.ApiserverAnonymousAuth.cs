using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server accepts requests without credentials.</summary>
internal sealed class ApiserverAnonymousAuth()
    : BooleanOptionRule("HB4104", RuleSeverity.Warning, RuleSeverity.Warning, ControlPlaneComponent.ApiServer, "anonymous-auth", required: false)
{
    // A structured configuration says for which paths anonymous requests are taken.
    protected override bool IsExempt(ComponentOptions options) => !options.Find("authentication-config").IsAbsent;

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverAnonymousAuth),
        Title = "API server accepts requests without credentials",
        MessageFormat =
            "The API server in {0} takes requests without credentials for those of 'system:anonymous', so that one loose role "
            + "binding opens it to the network; set '{1}'",
        Rationale =
            "Without the flag the API server does not turn anonymous requests away: only authorization stands between the network "
            + "and every object. Health checks are the one use that most clusters have for it, and a structured authentication "
            + "configuration can limit it to those.",
        WhenToIgnore =
            "When load balancers or 'kubeadm join' need the anonymous endpoints and no binding names 'system:anonymous' or "
            + "'system:unauthenticated'.",
        CatalogueSlugs = ["apiserver-anonymous-auth"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(306),
            RuleReference.CisKubernetes("1.2.1"),
            RuleReference.OwaspKubernetes("K06:2022"),
            RuleReference.OwaspKubernetes("K09:2025"),
        ],
        Aliases =
        [
            "trivy:KCV-0001",
            "checkov:CKV_K8S_68",
            "kubescape:C-0113",
            "kics:Anonymous Auth Is Not Set To False",
        ],
        ComparedWith =
            "The peers do not know the structured authentication configuration, which can limit anonymous requests to health "
            + "checks. In kubeadm's configuration only an explicit 'true' is reported, because joining nodes need anonymous "
            + "discovery.",
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
                    - name: [|kube-apiserver|]
                      command:
                        - kube-apiserver
                        - --advertise-address=192.168.49.2

                """),
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
                        - --anonymous-auth=[|true|]

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
                        - --anonymous-auth=false

                """),
        ],
    };
}
