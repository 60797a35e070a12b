using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.Images;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>An image with another version than the project has agreed on.</summary>
internal sealed class ImageTagDiffersFromExpected() : WorkloadRule("HB3071", RuleSeverity.None, RuleSeverity.None)
{
    private const string ExpectedTags = "expected_tags";

    protected override IEnumerable<Finding> Find(Workload workload)
    {
        var expected = workload.Object.Options.List(this, ExpectedTags);
        foreach (var container in expected.Count == 0 ? [] : workload.Containers)
        {
            if (container.Image.Known is not { } image)
                continue;
            foreach (var reference in expected)
            {
                var wanted = ContainerImages.Parse(reference);
                if (wanted.Tag is { } tag && wanted.CanonicalRepository == image.Value.CanonicalRepository && image.Value.Tag?.Value != tag.Value)
                    yield return ReportContainer(workload, container, image.Value.Tag?.Location ?? image.Value.Text.Location, image.Value.Text.Value, tag.Value);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ImageTagDiffersFromExpected),
        Title = "Image has another version than agreed",
        MessageFormat = "'{0}' is not the version that the project has agreed on; take the tag '{1}'",
        Rationale =
            "A version that was tested and released for all services is only worth something where all of them run it. The list in the "
            + "configuration is the one place to change it.",
        WhenToIgnore = "When the workload tries the next version on purpose.",
        CatalogueSlugs = ["image-tag-differs-from-expected"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspKubernetes("K02:2022")],
        Aliases = ["kubeaudit:ImageTagIncorrect"],
        Options =
        [
            new("expected_tags", "", "Images with their tags, separated by commas: 'mcr.microsoft.com/dotnet/aspnet:10.0.1, docker.io/library/redis:8.2'. Empty expects nothing."),
        ],
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
                          image: mcr.microsoft.com/dotnet/aspnet:[|9.0|]

                """)
            {
                Beside = [new(".editorconfig", "[*]\nhardenbuild.hb3071.expected_tags = mcr.microsoft.com/dotnet/aspnet:10.0.1\n")],
            },
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
                          image: mcr.microsoft.com/dotnet/aspnet:10.0.1

                """)
            {
                Beside = [new(".editorconfig", "[*]\nhardenbuild.hb3071.expected_tags = mcr.microsoft.com/dotnet/aspnet:10.0.1\n")],
            },
        ],
    };
}
