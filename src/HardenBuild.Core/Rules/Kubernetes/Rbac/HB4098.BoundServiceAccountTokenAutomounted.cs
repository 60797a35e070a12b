using HardenBuild.Model.Kubernetes.Rbac;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Rbac;

/// <summary>A pod with the token of an account that has a role.</summary>
internal sealed class BoundServiceAccountTokenAutomounted() : ManifestSetRule("HB4098", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            if (set.Access.BindingsOf(workload).FirstOrDefault(binding => !ServiceAccounts.LooksLikeApiClient(workload) && binding.RoleName.Known is not null) is not { } binding || ServiceAccounts.MountsToken(workload, set) != Answer.Yes)
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
        Name = nameof(BoundServiceAccountTokenAutomounted),
        Title = "Token of an account with permissions lies in the pod",
        MessageFormat =
            "The pod runs as '{0}', which has permissions by '{1}', and its token lies in every container; set "
            + "'automountServiceAccountToken: false' unless the application calls the Kubernetes API",
        Rationale =
            "Applications that serve users hardly ever call the API, yet each of their containers holds a token by default. With "
            + "a role behind it, reading one file is enough to use it.",
        WhenToIgnore = "When the application calls the Kubernetes API, as operators, controllers and tools with leader election do.",
        CatalogueSlugs = ["bound-service-account-token-automounted"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(522), RuleReference.OwaspKubernetes("K03:2022"), RuleReference.OwaspKubernetes("K02:2025")],
        Aliases = ["kubescape:C-0261"],
        RollsUp = ["HB4099"],
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
                kind: RoleBinding
                metadata:
                  name: shop-deployer
                  namespace: shop
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: view
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
                kind: RoleBinding
                metadata:
                  name: shop-deployer
                  namespace: shop
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: view
                subjects:
                  - kind: ServiceAccount
                    name: deployer
                    namespace: shop

                """),
        ],
    };
}
