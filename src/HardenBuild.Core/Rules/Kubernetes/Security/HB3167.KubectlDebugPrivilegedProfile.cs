using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Debugging;
using HardenBuild.Model.Kubernetes.Sets;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>A script starts a privileged container for debugging.</summary>
internal sealed class KubectlDebugPrivilegedProfile() : ManifestSetRule("HB3167", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(ManifestSet set)
    {
        foreach (var workload in set.Workloads)
        {
            foreach (var container in workload.Containers)
            {
                foreach (var use in DebugCommands.In(container))
                    yield return Report(use.Location, use.Value) with { LogicalPath = $"{workload.LogicalPath}/{container.LogicalPath}" };
            }
        }

        foreach (var manifest in set.OfKind("", "ConfigMap"))
        {
            foreach (var use in DebugCommands.In(manifest))
                yield return Report(use.Location, use.Value) with { LogicalPath = manifest.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KubectlDebugPrivilegedProfile),
        Title = "Script starts a privileged container for debugging",
        MessageFormat =
            "'kubectl debug' with '{0}' starts a container with the rights of the node, and the script leaves it there; use the profile "
            + "'general' or 'restricted', and a pod instead of a node",
        Rationale =
            "The profiles sysadmin and netadmin, and the debugging of nodes, give the new container privileges or the node's namespaces. "
            + "What a person does once under supervision a script does for whoever can start it, and ephemeral containers cannot be removed "
            + "from a pod.",
        WhenToIgnore = "When the script is the documented way to repair nodes and only administrators can start it.",
        CatalogueSlugs = ["kubectl-debug-privileged-profile"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(250), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        ComparedWith = "Scripts in containers and ConfigMaps are read; those elsewhere in a repository are no manifests.",
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
                          image: registry.example.com/tools:1.4.2
                          command: [kubectl, debug, pod/api, '[|--profile=sysadmin|]', --image=busybox]

                """),
            new("scripts.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: scripts
                data:
                  repair.sh: |
                    #!/bin/sh
                    kubectl debug [|node/worker-1|] --image=busybox

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
                        - name: api
                          image: registry.example.com/tools:1.4.2
                          command: [kubectl, debug, pod/api, --profile=restricted, --image=busybox]

                """),
        ],
    };
}
