using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Images;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>The retired ingress controller of the Kubernetes project.</summary>
internal sealed class IngressNginxControllerEol() : WorkloadRule("HB3077", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (container.Kind == ContainerKind.Container && container.Image.Known is { Value: var image }
                && VulnerableComponents.IsIngressNginx(image.CanonicalRepository) && !VulnerableComponents.IsVendor(image.CanonicalRepository))
                yield return ReportContainer(workload, container, image.Repository.Location, image.Text.Value);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(IngressNginxControllerEol),
        Title = "Ingress controller is no longer maintained",
        MessageFormat =
            "'{0}' is the ingress controller that the Kubernetes project retired in March 2026, so that nobody repairs its next "
            + "vulnerability; move to an implementation of the Gateway API",
        Rationale =
            "The controller stands at the edge of the cluster and reads the Secrets of every namespace. Its last vulnerabilities gave "
            + "whoever could reach it the whole cluster, and there is nobody left to repair the next one.",
        WhenToIgnore = "When a vendor maintains the build that you run.",
        CatalogueSlugs = ["ingress-nginx-controller-eol"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1104), RuleReference.OwaspKubernetes("K10:2022"), RuleReference.OwaspKubernetes("K07:2025")],
        Aliases = ["kubescape:C-0292", "kubescape:detect-nginx-ingress-controller-eol"],
        ComparedWith = "The controllers of F5 and builds of vendors go on and are not reported.",
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
                          image: registry.k8s.io/[|ingress-nginx/controller|]:v1.12.3

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
                          image: docker.io/envoyproxy/gateway:v1.6.0

                """),
        ],
    };
}
