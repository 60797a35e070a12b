using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>Pods that are not started again.</summary>
internal sealed class RestartPolicyNotResilient() : WorkloadRule("HB3131", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (workload.Object.Kind.Value is not ("Job" or "CronJob") && new ManifestFields(workload.Pod.Spec).Text("restartPolicy").Known is { Value: not ("Always" or "OnFailure") } policy)
            yield return ReportPod(workload, policy.Location, workload.LogicalPath, policy.Value);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RestartPolicyNotResilient),
        Title = "Pods are not started again",
        MessageFormat = "'{0}' has 'restartPolicy: {1}', so a pod that fails stays down; use 'Always' or 'OnFailure'",
        Rationale =
            "A pod that is not restarted is gone after the first error. The rule is off by default: jobs and tests ask for it.",
        WhenToIgnore = "When the pod is a job or a test.",
        CatalogueSlugs = ["restart-policy-not-resilient"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Aliases = ["kube-linter:restart-policy"],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                  namespace: shop
                spec:
                  template:
                    spec:
                      restartPolicy: [|Never|]
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
                  template:
                    spec:
                      restartPolicy: Always
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
