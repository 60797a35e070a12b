using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>git-sync runs a program that the manifest names.</summary>
internal sealed class GitSyncCommandInjection() : WorkloadRule("HB3080", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            foreach (var variable in container.Environment)
            {
                if (variable.Name.Known is { Value: "GITSYNC_GIT" or "GIT_SYNC_GIT" } name && variable.Value is not { Value: "" })
                    yield return ReportContainer(workload, container, name.Location, container.DisplayName, name.Value);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(GitSyncCommandInjection),
        Title = "git-sync is told which program to run as git",
        MessageFormat = "'{1}' makes git-sync in container '{0}' run any program as git, with the pod's rights and credentials; remove the variable",
        Rationale =
            "Whoever may write the pod's volumes or variables, and not its image, runs a program of his own under the name of a trusted "
            + "tool.",
        WhenToIgnore = "When the image holds git in an unusual place and nothing that others can write to.",
        CatalogueSlugs = ["git-sync-command-injection"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(78), RuleReference.OwaspKubernetes("K02:2022")],
        Aliases = ["checkov:CKV_K8S_159"],
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
                          image: registry.k8s.io/git-sync/git-sync:v4.4.0
                          env:
                            - name: [|GITSYNC_GIT|]
                              value: /tmp/payload/git

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
                          image: registry.k8s.io/git-sync/git-sync:v4.4.0
                          env:
                            - name: GITSYNC_REPO
                              value: https://git.example.com/content.git

                """),
        ],
    };
}
