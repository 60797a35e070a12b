using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Availability;

/// <summary>A priority class that the project does not allow.</summary>
internal sealed class PriorityClassNotAllowed() : WorkloadRule("HB3129", RuleSeverity.None, RuleSeverity.None)
{
    private const string Allowed = "allowed";

    protected override IEnumerable<Finding> Find(Workload workload)
    {
        if (new ManifestFields(workload.Pod.Spec).Text("priorityClassName").Known is not { Value.Length: > 0 } name)
            yield break;
        var allowed = workload.Object.Options.List(this, Allowed);
        if (allowed.Count > 0 && !allowed.Contains(name.Value))
            yield return ReportPod(workload, name.Location, workload.LogicalPath, name.Value, "not among those that the configuration allows");
        else if (allowed.Count == 0 && name.Value is "system-cluster-critical" or "system-node-critical" && !workload.Object.Namespace.Is("kube-system"))
            yield return ReportPod(workload, name.Location, workload.LogicalPath, name.Value, "kept for the cluster itself");
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PriorityClassNotAllowed),
        Title = "Priority class is not allowed",
        MessageFormat = "'{0}' has the priority class '{1}', which is {2}; use another one",
        Rationale =
            "A pod of high priority evicts others. The classes of the system put a pod above everything that runs in the "
            + "cluster, whatever it does. Without 'allowed' the rule speaks of those two outside of the system's namespace.",
        WhenToIgnore = "When the workload is part of the cluster itself.",
        CatalogueSlugs = ["priority-class-not-allowed"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [],
        Related = ["kube-linter:priority-class-name"],
        ComparedWith = "kube-linter allows nothing but the two classes of the system by default, which is what this rule warns of.",
        Options = [new RuleOption(Allowed, "", "The priority classes that may be used, separated by commas")],
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
                      priorityClassName: [|system-node-critical|]
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
                      priorityClassName: shop
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
