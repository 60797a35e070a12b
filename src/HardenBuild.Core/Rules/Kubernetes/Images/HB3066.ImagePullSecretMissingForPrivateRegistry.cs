using HardenBuild.Model.Docker;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>An image from a private registry without credentials for it.</summary>
internal sealed class ImagePullSecretMissingForPrivateRegistry() : ManifestSetRule("HB3066", RuleSeverity.None, RuleSeverity.None)
{
    private const string PrivateRegistries = "private_registries";

    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            var registries = workload.Object.Options.List(this, PrivateRegistries);
            if (registries.Count == 0 || HasSecrets(workload.Pod.Spec["imagePullSecrets"]) || AccountMayHaveSecrets(set, workload))
                continue;
            foreach (var container in workload.Containers)
            {
                if (container.Image.Known is not { } image || !registries.Any(pattern => RegistryPattern.IsMatch(pattern, image.Value)))
                    continue;
                yield return Report(image.Value.Text.Location, image.Value.Text.Value, workload.LogicalPath) with { LogicalPath = workload.LogicalPath };
                break;
            }
        }
    }

    /// <summary>The account of the pod names credentials, or is not in sight.</summary>
    private static bool AccountMayHaveSecrets(ManifestSet set, Workload workload)
    {
        var spec = new ManifestFields(workload.Pod.Spec);
        var name = spec.Text("serviceAccountName").Or(spec.Text("serviceAccount"));
        if (name.IsUnknown)
            return true;
        var accounts = set.Named("ServiceAccount", workload.Object.Namespace, name.Known?.Value ?? "default").ToList();
        return accounts.Count == 0 ? name.Known is { Value: not "default" } : accounts.Exists(static account => HasSecrets(account.Root["imagePullSecrets"]));
    }

    private static bool HasSecrets(YamlNode? list) => list is not null && list.AsScalar is not { IsNull: true } && list.AsSequence is not { Items.IsEmpty: true };

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ImagePullSecretMissingForPrivateRegistry),
        Title = "No credentials for a private registry",
        MessageFormat =
            "'{0}' lies in a private registry, and neither '{1}' nor its service account names credentials, so that nodes cannot pull it; "
            + "add 'imagePullSecrets'",
        Rationale = "The pod waits with the status ImagePullBackOff, often only on nodes that do not have the image yet.",
        WhenToIgnore =
            "When nodes get their credentials from the cloud (Azure, AWS and Google registries) or from the kubelet's credential "
            + "providers.",
        CatalogueSlugs = ["image-pull-secret-missing-for-private-registry"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        References = [RuleReference.OwaspKubernetes("K02:2022")],
        Options =
        [
            new("private_registries", "", "Registries that ask for credentials, separated by commas, as in HB3073. Empty asks nothing."),
        ],
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
                          image: [|registry.example.com/api:1.4.2|]

                """)
            {
                Beside = [new(".editorconfig", "[*]\nhardenbuild.hb3066.private_registries = registry.example.com\n")],
            },
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
                      imagePullSecrets:
                        - name: registry
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """)
            {
                Beside = [new(".editorconfig", "[*]\nhardenbuild.hb3066.private_registries = registry.example.com\n")],
            },
        ],
    };
}
