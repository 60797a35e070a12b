using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>An AppArmor profile in an annotation.</summary>
internal sealed class ApparmorAnnotationDeprecated() : WorkloadRule("HB3032", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var keys = ProfileAnnotations.WithPrefix(workload.Pod.Annotations, ProfileAnnotations.AppArmorContainer).ToList();
        if (keys.Count > 0)
        {
            yield return ReportPod(workload, keys[0].Location, keys[0].Value) with
            {
                Related = RepeatedPlaces.AfterFirst(keys.Select(static key => key.Location), "Here too"),
            };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApparmorAnnotationDeprecated),
        Title = "AppArmor profile is set by an annotation",
        MessageFormat =
            "The annotation '{0}' is deprecated since Kubernetes 1.30 and will be ignored by a later version; set 'appArmorProfile' "
            + "in the security context instead",
        Rationale =
            "The annotations were a preview of the field 'appArmorProfile', which is validated, can stand on the pod, and stays. "
            + "What happened to the seccomp annotations in 1.27 will happen to these: the profile is gone without a word.",
        WhenToIgnore = "When the manifest must also serve clusters older than 1.30.",
        CatalogueSlugs = ["apparmor-annotation-deprecated"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(477), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
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
                        [|container.apparmor.security.beta.kubernetes.io/api|]: runtime/default
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
                        appArmorProfile:
                          type: RuntimeDefault
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
