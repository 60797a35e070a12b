using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>An image that a node may take from its own disk.</summary>
internal sealed class ImagePullPolicyNotAlways() : ImageRule("HB3069", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var images = new List<ImagePlace>();
        foreach (var container in workload.Containers)
        {
            if (container.Image.Known is not { } image || image.Value.Digest is not null || container.ImagePullPolicy.IsUnknown)
                continue;
            // Kubernetes pulls 'latest' always where nothing is written.
            var policy = container.ImagePullPolicy.Known;
            if (policy is { Value: "Always" } || (policy is null && image.Value.Tag is null or { Value: "latest" }))
                continue;
            images.Add(new ImagePlace(container, policy?.Location ?? image.Value.Text.Location, image.Value.Text.Value));
        }

        return ReportTogether(workload, images);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ImagePullPolicyNotAlways),
        Title = "Image may come from the node's own disk",
        MessageFormat =
            "A node that has '{0}' starts it without asking the registry, so that any pod on the node can use an image that needs a "
            + "password, and a tag that was moved is not seen; set 'imagePullPolicy: Always'",
        Rationale =
            "With 'Always' the kubelet asks the registry for the digest each time and checks the pod's right to the image; layers that it "
            + "has are not loaded again. Without it a pod without credentials can run another team's private image.",
        WhenToIgnore =
            "When the cluster runs the admission plug-in AlwaysPullImages, when images are public, or when pods have to start while the "
            + "registry is down.",
        CatalogueSlugs = ["image-pull-policy-not-always"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(494), RuleReference.OwaspKubernetes("K02:2022")],
        Aliases =
        [
            "checkov:CKV_K8S_15",
            "kube-score:container-image-pull-policy",
            "polaris:pullPolicyNotAlways",
            "kics:Image Pull Policy Of The Container Is Not Set To Always",
        ],
        Related = ["kube-linter:image-pull-policy"],
        ComparedWith =
            "An image with a digest is accepted, as by checkov: it cannot change. kube-score and polaris report it too. polaris asks for "
            + "the field also where its default is 'Always'.",
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
                          image: registry.example.com/api:1.4.2
                          imagePullPolicy: [|IfNotPresent|]

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
                          image: [|registry.example.com/api:1.4.2|]

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
                          image: registry.example.com/api:1.4.2
                          imagePullPolicy: Always

                """),
        ],
    };
}
