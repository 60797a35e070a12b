using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>An update that stops all pods first.</summary>
internal sealed class RollingUpdateStrategyMissing() : ManifestRule("HB3130", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest)
    {
        var spec = new ManifestFields(manifest.Root["spec"]);
        var type = manifest.Kind.Value switch
        {
            "Deployment" or "DeploymentConfig" => spec.Object("strategy").Text("type"),
            "DaemonSet" or "StatefulSet" => spec.Object("updateStrategy").Text("type"),
            _ => default,
        };
        if (type.Known is { Value: not ("RollingUpdate" or "Rolling" or "") } other)
            yield return Report(other.Location, manifest.LogicalPath, other.Value) with { LogicalPath = manifest.LogicalPath };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RollingUpdateStrategyMissing),
        Title = "Update stops the old pods first",
        MessageFormat = "'{0}' updates with '{1}', which stops the old pods before the new ones run; use 'RollingUpdate'",
        Rationale =
            "Every deployment then is an outage from the stop of the last old pod until the first new one is ready. With "
            + "'OnDelete' nothing is updated until somebody deletes pods.",
        WhenToIgnore = "When two versions must not run side by side, or the only pod holds a disk that one pod can have.",
        CatalogueSlugs = ["rolling-update-strategy-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:no-rolling-update-strategy", "kube-score:deployment-strategy", "kubescape:C-0305", "kubescape:no-rolling-update-strategy"],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  strategy:
                    type: [|Recreate|]
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  strategy:
                    type: RollingUpdate
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
