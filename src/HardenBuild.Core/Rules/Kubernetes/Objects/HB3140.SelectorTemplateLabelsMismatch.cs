using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Network;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Objects;

/// <summary>A selector that does not select the pods of its template.</summary>
internal sealed class SelectorTemplateLabelsMismatch() : WorkloadRule("HB3140", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (!s_kinds.Contains(workload.Object.Kind.Value))
            yield break;
        var spec = new ManifestFields(workload.Object.Root["spec"]);
        if (workload.Object.Kind.Value == "CronJob")
            spec = spec.Object("jobTemplate").Object("spec");
        var isController = workload.Object.Kind.Value is "ReplicationController" or "DeploymentConfig";
        if (spec.Object("selector").Mapping is null)
            yield break;

        var selector = isController ? LabelSelector.FromMap(spec.Mapping!["selector"]) : LabelSelector.From(spec.Mapping!["selector"]);
        if (selector.Location is { } location && selector.Matches(workload.Pod.Labels) == Answer.No)
            yield return ReportPod(workload, location, workload.LogicalPath, $"asks for '{selector}', which its pods do not have");
    }

    private static readonly string[] s_kinds = ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "DeploymentConfig", "Rollout", "Job", "CronJob"];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SelectorTemplateLabelsMismatch),
        Title = "Selector does not match the labels of the pods",
        MessageFormat = "The selector of '{0}' {1}; write the same labels in 'spec.selector' and 'spec.template.metadata.labels'",
        Rationale = "The API server refuses a workload that would not recognise the pods which it creates.",
        WhenToIgnore = "When a tool adds the labels before the deployment.",
        CatalogueSlugs = ["selector-template-labels-mismatch"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:mismatching-selector", "kube-score:deployment-pod-selector-labels-match-template-metadata-labels", "kube-score:statefulset-pod-selector-labels-match-template-metadata-labels", "kubescape:C-0296", "kubescape:mismatching-selector"],
        Violations =
        [
            new("shop.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  selector:
                    matchLabels:
                      [|app: shop|]
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
        Fixed =
        [
            new("shop.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  selector:
                    matchLabels:
                      app: api
                  template:
                    metadata:
                      labels:
                        app: api
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
