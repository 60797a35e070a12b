using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Images;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>A component of the cluster in a version that can be taken over.</summary>
internal sealed class KnownVulnerableComponentImage() : WorkloadRule("HB3076", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        foreach (var container in workload.Containers)
        {
            if (container.Kind == ContainerKind.EphemeralContainer || container.Image.Known is not { Value: { Tag: { } tag } image } || ImageVersion.Parse(tag.Value) is not { } version)
                continue;
            if (VulnerableComponents.Find(image.CanonicalRepository, version) is { } vulnerable)
                yield return ReportContainer(workload, container, tag.Location, vulnerable.Name, tag.Value, vulnerable.Advisory, vulnerable.Fixed.ToString());
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(KnownVulnerableComponentImage),
        Title = "Component of the cluster has a known vulnerability",
        MessageFormat = "Version '{1}' of {0} can be taken over ({2}), and with it the cluster whose secrets it reads; take version {3} or later",
        Rationale =
            "Controllers and dashboards run with rights over the whole cluster and take input from many. The few vulnerabilities listed "
            + "here let that input run programs or read secrets, and no setting closes them.",
        WhenToIgnore = "When the image is a build with the correction under an old version number.",
        CatalogueSlugs = ["known-vulnerable-component-image"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1395), RuleReference.OwaspKubernetes("K10:2022"), RuleReference.OwaspKubernetes("K07:2025")],
        Aliases =
        [
            "kubescape:C-0059",
            "kubescape:C-0081",
            "kubescape:C-0090",
            "kubescape:C-0091",
            "kubescape:nginx-ingress-snippet-annotation-vulnerability",
            "kubescape:nginx-ingress-arbitrary-code-execution",
            "kubescape:CVE-2022-24348",
            "kubescape:CVE-2022-39328",
            "kubescape:CVE-2022-47633",
        ],
        ComparedWith =
            "kubescape looks only at Deployments. Tags that are no plain version, as vendors give their builds, say nothing and are not "
            + "reported. This is no scanner of images: only what endangers the cluster itself is listed.",
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
                          image: registry.k8s.io/ingress-nginx/controller:[|v1.11.2|]

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
                          image: registry.k8s.io/ingress-nginx/controller:v1.12.3

                """),
        ],
    };
}
