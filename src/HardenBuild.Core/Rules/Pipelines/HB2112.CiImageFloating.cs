using HardenBuild.Model.Docker.Carriers;

namespace HardenBuild.Rules.Pipelines;

/// <summary>A build runs in an image that changes by itself.</summary>
internal sealed class CiImageFloating() : PipelineRule("HB2112", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(PipelineFile pipeline)
    {
        var found = new List<(Finding First, List<RelatedLocation> Others)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var container in pipeline.JobContainers)
        {
            if (container.Image is not { } image || !FloatingImage.Is(image.Value) || IsAlias(pipeline, container, image.Value))
                continue;
            if (places.TryGetValue(image.Value, out var place))
            {
                found[place].Others.Add(new RelatedLocation(image.Location, "The same image"));
                continue;
            }

            places.Add(image.Value, found.Count);
            found.Add((Report(image.Location, image.Value, container.Key), []));
        }

        return found.Select(static entry => entry.First with { Related = [.. entry.Others] });
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CiImageFloating),
        Title = "A build runs in an image that changes by itself",
        MessageFormat = "'{0}' in '{1}' changes by itself, so the same commit builds differently tomorrow and whoever pushes that tag runs code in the build; use a version or a digest",
        Rationale = "An image that a build runs in, or beside, sees sources and secrets. With no tag, or one that moves, the build takes whatever was pushed last.",
        WhenToIgnore = "When the build is meant to find out what a new version breaks.",
        CatalogueSlugs = ["ci-image-floating"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Violations =
        [
            new(".gitlab-ci.yml", """
                test:
                  image: [|node|]
                  script:
                    - npm test

                """),
        ],
        Fixed =
        [
            new(".gitlab-ci.yml", """
                test:
                  image: node:24.4-alpine3.22
                  script:
                    - npm test

                """),
        ],
    };

    // A job of Azure Pipelines names a container of the resources, which may stand in a template.
    private static bool IsAlias(PipelineFile pipeline, PipelineJobContainer container, string image) =>
        pipeline.Kind == PipelineKind.Azure && container.Key == "container" && !image.Contains(':') && !image.Contains('/');
}
