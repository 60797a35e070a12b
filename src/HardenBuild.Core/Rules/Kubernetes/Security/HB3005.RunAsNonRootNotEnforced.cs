using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.PodSecurity;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>Neither <c>runAsNonRoot</c> nor a user other than root.</summary>
internal sealed class RunAsNonRootNotEnforced() : WorkloadRule("HB3005", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var gaps = new List<Container>();
        foreach (var violation in workload.Pod.ViolationsOf(PodSecurityControl.RunAsNonRoot))
        {
            if (violation.Container is not { } container)
                continue;
            // A user that is not root is enough, though admission at the level 'restricted' wants both.
            var user = container.Security.RunAsUser;
            if (user.IsUnknown || user.Known is { Value: not 0 })
                continue;
            // The text that a person would change: user 0, else the explicit false, else the container that says nothing.
            if ((user.Known?.Location ?? container.Security.RunAsNonRoot.Known?.Location) is { } location)
                yield return ReportContainer(workload, container, location, container.DisplayName);
            else
                gaps.Add(container);
        }

        foreach (var finding in ReportGap(workload, gaps))
            yield return finding;
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(RunAsNonRootNotEnforced),
        Title = "Nothing keeps the container from running as root",
        MessageFormat = "Container '{0}' runs as root if its image says so; set 'runAsNonRoot: true' in the security context of the pod",
        Rationale =
            "Without the field the image decides, and most images decide for root. Root in a container is root on the node as soon "
            + "as a mount, a runtime bug or a kernel bug lets it out. With 'runAsNonRoot: true' Kubernetes refuses to start a "
            + "container as root. .NET images since version 8 bring the user 'app' with the number 1654 in APP_UID: 'USER $APP_UID' in "
            + "the Dockerfile makes the check pass.",
        WhenToIgnore = "When the image must start as root to set itself up and gives the rights away itself, and no other image is at hand.",
        CatalogueSlugs = ["run-as-non-root-not-enforced"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References =
        [
            RuleReference.Cwe(250),
            RuleReference.CisKubernetes("5.2.7"),
            RuleReference.PodSecurity("restricted", "Running as Non-root"),
            RuleReference.OwaspKubernetes("K01:2022"),
            RuleReference.OwaspKubernetes("K01:2025"),
        ],
        Aliases =
        [
            "checkov:CKV_K8S_23",
            "kube-linter:run-as-non-root",
            "polaris:runAsRootAllowed",
            "kubeaudit:RunAsNonRootCSCFalse",
            "kubeaudit:RunAsNonRootPSCNilCSCNil",
            "kubeaudit:RunAsNonRootPSCFalseCSCNil",
            "kubescape:C-0013",
            "trivy:KSV-0012",
            "kubesec:RunAsNonRoot",
            "kics:Containers Running As Root",
        ],
        ComparedWith =
            "trivy and kubesec demand 'runAsNonRoot: true' even beside a 'runAsUser' that is not root, as does the level "
            + "'restricted', which HB4016 checks; here such a user is enough, as for kube-linter, checkov, kubeaudit and polaris. "
            + "Init containers count as well, which checkov leaves out.",
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
                        - name: [|api|]
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
                      securityContext:
                        runAsNonRoot: [|false|]
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
                      securityContext:
                        runAsNonRoot: true
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
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2
                          securityContext:
                            runAsUser: 1654

                """),
        ],
    };
}
