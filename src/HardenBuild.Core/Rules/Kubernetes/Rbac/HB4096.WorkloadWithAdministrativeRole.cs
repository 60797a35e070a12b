using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A pod whose account may do everything.</summary>
internal sealed class WorkloadWithAdministrativeRole() : ManifestSetRule("HB4096", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            if (set.Access.BindingsOf(workload).FirstOrDefault(binding => binding.IsToClusterAdmin || (set.Access.RoleOf(binding) is { } role && set.Access.RulesOf(role).Any(static rule => rule is { EveryResource: not null, EveryVerb: not null, IsNarrowed: false }))) is not { } binding || ServiceAccounts.MountsToken(workload, set) != Answer.Yes)
                continue;
            var field = ServiceAccounts.FieldOf(workload.Pod).Known;
            yield return Report(field?.Location ?? workload.Object.NameLocation, ServiceAccounts.NameOf(workload.Pod)!, binding.Object.LogicalPath) with
            {
                LogicalPath = workload.LogicalPath,
                Related = [new RelatedLocation(binding.RoleName.Known!.Value.Location, "The role is given here"), .. ServiceAccounts.TokenPlaces(workload)],
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(WorkloadWithAdministrativeRole),
        Title = "Pod has full control of the cluster or its namespace",
        MessageFormat =
            "The pod runs as '{0}', which has full control by '{1}', and its token lies in every container; bind a smaller role, "
            + "or set 'automountServiceAccountToken: false'",
        Rationale =
            "Whoever breaks into the container finds the token in a file and is administrator at once. No further flaw is "
            + "needed.",
        WhenToIgnore = "When the pod is the tool that installs and manages the cluster.",
        CatalogueSlugs = ["workload-with-administrative-role"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["kubescape:C-0272"],
        RollsUp = ["HB4097", "HB4098", "HB4099"],
        Violations =
        [
            new("access.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      serviceAccountName: [|deployer|]
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: ["*"]
                    resources: ["*"]
                    verbs: ["*"]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata:
                  name: shop-deployer
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: shop-operator
                subjects:
                  - kind: ServiceAccount
                    name: deployer
                    namespace: shop

                """),
        ],
        Fixed =
        [
            new("access.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      serviceAccountName: deployer
                      automountServiceAccountToken: false
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: ["*"]
                    resources: ["*"]
                    verbs: ["*"]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata:
                  name: shop-deployer
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: shop-operator
                subjects:
                  - kind: ServiceAccount
                    name: deployer
                    namespace: shop

                """),
        ],
    };
}
