using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Images;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>Helm 2's server accepts orders from other pods.</summary>
internal sealed class TillerListensOnCluster() : WorkloadRule("HB4019", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (container.Kind != ContainerKind.Container || container.Image.Known is not { Value: var image } || !ClusterComponents.IsTiller(image))
                continue;
            var command = new ManifestFields(container.Root);
            var words = command.Texts("command").Items.AddRange(command.Texts("args").Items);
            if (command.Texts("command").IsUnknown || command.Texts("args").IsUnknown || words.Any(static word => IsLocal(word.Value)))
                continue;
            yield return ReportContainer(workload, container, container.NameLocation, container.DisplayName);
        }
    }

    private static bool IsLocal(string word)
    {
        foreach (var address in (string[])["localhost:", "127.0.0.1:", "[::1]:"])
        {
            if (word == "--listen=" + address || word.StartsWith("--listen=" + address, StringComparison.Ordinal) || word.StartsWith(address, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(TillerListensOnCluster),
        Title = "Tiller accepts orders from other pods",
        MessageFormat =
            "Container '{0}' listens to every pod and asks for no password; remove Tiller, or start it with '--listen=127.0.0.1:44134' "
            + "until it is gone",
        Rationale =
            "Tiller listens on all addresses unless it is told otherwise, and any pod of the cluster can then install what it likes with "
            + "Tiller's rights.",
        WhenToIgnore = "While the releases of Helm 2 are being moved to Helm 3, in a cluster that nobody else uses.",
        CatalogueSlugs = ["tiller-listens-on-cluster"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(668), RuleReference.OwaspKubernetes("K09:2022"), RuleReference.OwaspKubernetes("K06:2025")],
        Aliases = ["checkov:CKV_K8S_45", "kics:Tiller Deployment Is Accessible From Within The Cluster"],
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
                        - name: [|tiller|]
                          image: ghcr.io/helm/tiller:v2.17.0

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
                      containers:
                        - name: tiller
                          image: ghcr.io/helm/tiller:v2.17.0
                          args: [--listen=127.0.0.1:44134]

                """),
        ],
    };
}
