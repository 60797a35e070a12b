using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server extends service account tokens to a year.</summary>
internal sealed class ApiserverServiceAccountExtendToken()
    : BooleanOptionRule("HB4136", RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.ApiServer, "service-account-extend-token-expiration", required: false)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverServiceAccountExtendToken),
        Title = "API server extends service account tokens to a year",
        MessageFormat =
            "The API server in {0} makes the tokens of pods valid for a year instead of an hour; set '{1}' when all clients read "
            + "their token anew",
        Rationale =
            "For clients that read their token once, the API server extends bound tokens to a year by default. Client libraries "
            + "since 2020 read it anew, among them the .NET client, so that a stolen token need not live that long.",
        WhenToIgnore = "When old clients that read their token only at start are still in use.",
        CatalogueSlugs = ["apiserver-service-account-extend-token"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(613),
            RuleReference.CisKubernetes("1.2.30"),
            RuleReference.OwaspKubernetes("K06:2022"),
            RuleReference.OwaspKubernetes("K09:2025"),
        ],
        Aliases = ["kubescape:C-0290"],
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
                        - --service-account-extend-token-expiration=[|true|]

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
                        - --service-account-extend-token-expiration=false

                """),
        ],
    };
}
