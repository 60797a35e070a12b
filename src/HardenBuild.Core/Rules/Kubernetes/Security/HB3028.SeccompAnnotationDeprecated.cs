using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>A seccomp profile in an annotation.</summary>
internal sealed class SeccompAnnotationDeprecated() : WorkloadRule("HB3028", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var keys = ProfileAnnotations.WithPrefix(workload.Pod.Annotations, ProfileAnnotations.SeccompPod)
            .Concat(ProfileAnnotations.WithPrefix(workload.Pod.Annotations, ProfileAnnotations.SeccompContainer)).ToList();
        if (keys.Count == 0)
            yield break;
        var hasField = !workload.Pod.SecurityContext.SeccompProfile.IsAbsent || workload.Containers.Any(static container => !container.OwnSecurityContext.SeccompProfile.IsAbsent);
        yield return ReportPod(workload, keys[0].Location, keys[0].Value) with
        {
            Related = RepeatedPlaces.AfterFirst(keys.Select(static key => key.Location), "Here too"),
            // Charts that serve old and new clusters write both.
            AtMost = hasField ? RuleSeverity.Suggestion : RuleSeverity.Error,
        };
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SeccompAnnotationDeprecated),
        Title = "Seccomp profile is set by an annotation that no cluster reads",
        MessageFormat =
            "Kubernetes ignores the annotation '{0}' since 1.27, so that the profile in it is not applied; set 'seccompProfile' in "
            + "the security context instead",
        Rationale =
            "The annotations were a preview of the field 'seccompProfile', which exists since Kubernetes 1.19. A cluster of today "
            + "takes them for remarks and starts the container without the profile that its author relies on.",
        WhenToIgnore = "When the manifest must also serve clusters older than 1.19; beside the field the annotation is only a suggestion.",
        CatalogueSlugs = ["seccomp-annotation-deprecated"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(477), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubeaudit:SeccompDeprecatedAnnotations"],
        Violations =
        [
            new("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: api
                spec:
                  template:
                    metadata:
                      annotations:
                        [|seccomp.security.alpha.kubernetes.io/pod|]: runtime/default
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
                spec:
                  template:
                    spec:
                      securityContext:
                        seccompProfile:
                          type: RuntimeDefault
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
