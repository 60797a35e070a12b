using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>The pod shares the user namespace of the node.</summary>
internal sealed class HostUsersNamespaceNotIsolated() : WorkloadRule("HB3024", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var pod = workload.Pod;
        // Kubernetes refuses 'hostUsers: false' beside the other namespaces of the node.
        if (!pod.IsLinux || pod.HostUsers.Is(false) || pod.ViolationsOf(PodSecurityControl.HostNamespaces).Any())
            return [];
        if (pod.HostUsers.IsAbsent)
            return [ReportPod(workload, workload.Object.NameLocation, workload.LogicalPath)];
        // A text such as "no" is not false; only a placeholder may become it.
        return pod.Spec["hostUsers"] is YamlScalar written && !Placeholders.IsPlaceholder(written.Value) ? [ReportPod(workload, written.Location, workload.LogicalPath)] : [];
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HostUsersNamespaceNotIsolated),
        Title = "Pod shares the user namespace of its node",
        MessageFormat =
            "Users in the pods of '{0}' are the users with the same numbers on the node; set 'hostUsers: false' so that root in a "
            + "container is nobody outside it",
        Rationale =
            "With a user namespace of its own, root in a container has a number on the node that owns nothing, which makes most "
            + "ways out of a container worthless. Kubernetes supports it by default since 1.33, with a kernel and a runtime of the "
            + "same age.",
        WhenToIgnore = "When the nodes or the volumes of the cluster do not support user namespaces; the rule is off by default.",
        CatalogueSlugs = ["host-users-namespace-not-isolated"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(250), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubesec:HostUsers"],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: [|api|]
                spec:
                  template:
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    spec:
                      hostUsers: [|true|]
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
                spec:
                  template:
                    spec:
                      hostUsers: false
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
