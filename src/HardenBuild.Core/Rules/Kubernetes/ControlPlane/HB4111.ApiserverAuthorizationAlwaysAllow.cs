using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>API server allows every request.</summary>
internal sealed class ApiserverAuthorizationAlwaysAllow()
    : ControlPlaneRule("HB4111", RuleSeverity.Error, RuleSeverity.Error, ControlPlaneComponent.ApiServer)
{
    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        if (!options.Find("authorization-config").IsAbsent)
            yield break;
        var modes = options.List("authorization-mode");
        foreach (var mode in modes.Items)
        {
            if (mode.Value == "AlwaysAllow")
                yield return Report(options, mode.Location, options.Spell("authorization-mode", "Node,RBAC"));
        }

        // AlwaysAllow is the default.
        if (modes.Items.IsEmpty && !modes.IsUnknown)
            yield return Report(options, modes.Location ?? options.Anchor, options.Spell("authorization-mode", "Node,RBAC"));
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApiserverAuthorizationAlwaysAllow),
        Title = "API server allows every request",
        MessageFormat =
            "The API server in {0} allows every authenticated and anonymous request because its authorization mode is AlwaysAllow; "
            + "set '{1}'",
        Rationale =
            "With AlwaysAllow nobody is asked for permissions: each pod's service account can read every secret. It is also the "
            + "default where the flag is left out.",
        WhenToIgnore = "When the cluster is a throw-away one that nobody else can reach.",
        CatalogueSlugs = ["apiserver-authorization-always-allow"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References =
        [
            RuleReference.Cwe(862),
            RuleReference.CisKubernetes("1.2.6"),
            RuleReference.OwaspKubernetes("K06:2022"),
            RuleReference.OwaspKubernetes("K09:2025"),
        ],
        Aliases = ["trivy:KCV-0007", "checkov:CKV_K8S_74", "kubescape:C-0118"],
        Related = ["kics:Authorization Mode Set To Always Allow"],
        ComparedWith = "checkov does not report a missing flag, whose default is AlwaysAllow.",
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
                        - --authorization-mode=RBAC,[|AlwaysAllow|]

                """),
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
                        - --authorization-mode=Node,RBAC

                """),
        ],
    };
}
