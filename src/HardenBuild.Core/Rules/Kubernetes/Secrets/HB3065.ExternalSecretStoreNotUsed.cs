using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Secrets;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Model.Kubernetes.Storage;

namespace HardenBuild.Rules.Kubernetes.Secrets;

/// <summary>Pods use Secrets of Kubernetes, and nothing fetches them from a store.</summary>
internal sealed class ExternalSecretStoreNotUsed() : ManifestSetRule("HB3065", RuleSeverity.None, RuleSeverity.None)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        if (set.Objects.Any(static manifest => IsFromStore(manifest.Kind.Value)))
            yield break;
        foreach (var workload in set.Workloads)
        {
            if (PodVolumes.OfType(workload.Pod, "csi").Any(static volume => volume.Fields.Text("driver").Is("secrets-store.csi.k8s.io")))
                continue;
            var references = SecretReferences.Of(workload.Pod).ToList();
            if (references.Count > 0)
            {
                yield return Report(references[0].Location, workload.LogicalPath) with
                {
                    LogicalPath = workload.LogicalPath,
                    Related = RepeatedPlaces.AfterFirst(references.Select(static reference => reference.Location), "This one too"),
                };
            }
        }
    }

    /// <summary>What operators turn into Secrets.</summary>
    private static bool IsFromStore(string kind) => kind is
        "ExternalSecret" or "ClusterExternalSecret" or "SecretProviderClass" or "SealedSecret" or "VaultStaticSecret" or "VaultDynamicSecret" or "OnePasswordItem" or "BitwardenSecret";

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ExternalSecretStoreNotUsed),
        Title = "Secrets come from no external store",
        MessageFormat =
            "'{0}' uses Secrets that nothing in the manifests fetches from a store, so that nobody rotates them or records who read them; "
            + "use the Secrets Store CSI driver or the External Secrets operator",
        Rationale =
            "A store such as Azure Key Vault or Vault keeps one copy of a secret, changes it on schedule and records each access. A Secret "
            + "of Kubernetes is a copy without an owner, in the clear for whoever reads the cluster's database unless that is encrypted.",
        WhenToIgnore = "When another process fills the Secrets, such as the pipeline or an operator of the database.",
        CatalogueSlugs = ["external-secret-store-not-used"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.Medium,
        References =
        [
            RuleReference.Cwe(522),
            RuleReference.CisKubernetes("5.4.2"),
            RuleReference.OwaspKubernetes("K08:2022"),
            RuleReference.OwaspKubernetes("K03:2025"),
        ],
        Aliases = ["kubescape:C-0208"],
        Related = ["kubescape:C-0234", "kubescape:ensure-external-secrets-storage-is-in-use", "kubescape:external-secret-storage"],
        ComparedWith = "kubescape reports every pod that does not mount a volume of the driver, whether it uses secrets or not.",
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
                        - name: api
                          image: registry.example.com/api:1.4.2
                          envFrom:
                            - secretRef:
                                name: [|database|]

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
                        - name: database
                          csi:
                            driver: secrets-store.csi.k8s.io
                            readOnly: true
                            volumeAttributes:
                              secretProviderClass: database

                """),
        ],
    };
}
