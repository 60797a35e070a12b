using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A pod from which the cluster can be taken over.</summary>
internal sealed class WorkloadWithClusterTakeoverRole() : ManifestSetRule("HB4097", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            if (set.Access.BindingsOf(workload).FirstOrDefault(binding => binding.IsClusterWide && (binding.IsToClusterAdmin || (set.Access.RoleOf(binding) is { } role && set.Access.RulesOf(role).Any(Permissions.IsTakeover)))) is not { } binding || ServiceAccounts.MountsToken(workload, set) != Answer.Yes)
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
        Name = nameof(WorkloadWithClusterTakeoverRole),
        Title = "Pod can take over the cluster",
        MessageFormat =
            "The pod runs as '{0}', which by '{1}' reads secrets, makes pods or changes access in the whole cluster, and its "
            + "token lies in every container; bind a smaller role, or set 'automountServiceAccountToken: false'",
        Rationale =
            "Each of these powers leads from one broken container to the whole cluster: secrets hold the tokens of others, a new "
            + "pod may run as any account, and who changes access changes their own.",
        WhenToIgnore = "When the pod is an operator that needs the power, and its image and namespace are guarded accordingly.",
        CatalogueSlugs = ["workload-with-cluster-takeover-role"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(269), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["kubescape:C-0267"],
        RollsUp = ["HB4098", "HB4099"],
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
                  - apiGroups: [""]
                    resources: [secrets]
                    verbs: [get, list]
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
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: shop-operator
                rules:
                  - apiGroups: [""]
                    resources: [configmaps]
                    verbs: [get, list]
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
