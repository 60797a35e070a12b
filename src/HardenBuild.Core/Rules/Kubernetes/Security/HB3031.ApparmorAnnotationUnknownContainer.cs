using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Security;

/// <summary>An AppArmor annotation for a container that the pod does not have.</summary>
internal sealed class ApparmorAnnotationUnknownContainer() : WorkloadRule("HB3031", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var annotation in ProfileAnnotations.AppArmor(workload.Pod.Annotations))
        {
            if (!IsInjected(annotation.Container) && !workload.Containers.Any(container => container.Name.IsUnknown || container.Name.Is(annotation.Container)))
                yield return ReportPod(workload, annotation.Key.Location, annotation.Container);
        }
    }

    // Service meshes and secret stores add these containers when the pod is created.
    private static bool IsInjected(string container) =>
        container is "istio-proxy" or "istio-init" or "istio-validation" or "linkerd-proxy" or "linkerd-init" or "vault-agent" or "vault-agent-init";

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApparmorAnnotationUnknownContainer),
        Title = "AppArmor annotation names a container that the pod does not have",
        MessageFormat =
            "The pod has no container '{0}', so that no container gets this AppArmor profile; correct the name or remove the "
            + "annotation",
        Rationale =
            "The name of the container is a part of the annotation's key. After a renaming the profile is applied to nothing, and "
            + "Kubernetes refuses the pod.",
        WhenToIgnore =
            "When the container is added to the pod in the cluster, by an admission webhook whose containers this rule does not "
            + "know.",
        CatalogueSlugs = ["apparmor-annotation-unknown-container"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1164), RuleReference.OwaspKubernetes("K01:2022"), RuleReference.OwaspKubernetes("K01:2025")],
        Aliases = ["kubeaudit:AppArmorInvalidAnnotation"],
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
                        [|container.apparmor.security.beta.kubernetes.io/web|]: runtime/default
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
                    metadata:
                      annotations:
                        container.apparmor.security.beta.kubernetes.io/api: runtime/default
                    spec:
                      containers:
                        - name: api
                          image: registry.example.com/api:1.4.2

                """),
        ],
    };
}
