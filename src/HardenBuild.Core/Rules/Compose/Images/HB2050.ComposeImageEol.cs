using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Model.Lifecycle;
using HardenBuild.Text;

namespace HardenBuild.Rules.Compose.Images;

/// <summary>An image with a version that gets no security fixes any more.</summary>
internal sealed class ComposeImageEol() : ContainerOptionsRule("HB2050", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeImageEol),
        Title = "Image holds a version without support",
        MessageFormat = "'{0}' holds {1}, which has had no security fixes since {2}; move to a version that is supported",
        Rationale = """
            After the end of support known holes stay open: the database or runtime is no longer patched, and the image is no longer rebuilt.
            """,
        WhenToIgnore = "When the container is about to be retired and not reachable from outside. If you pay for extended support, set the option to its last day.",
        CatalogueSlugs = ["compose-image-eol"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1104), RuleReference.OwaspDocker("D02")],
        Options = [EndOfSupportOption.Describe()],
        ComparedWith = "Debian counts as supported up to the end of its long-term support, Ubuntu up to the end of the free one. The data is dated and never asks the clock, so that a commit keeps its verdict.",
        Violations = [new("compose.yaml", "services:\n  db:\n    image: postgres:[|11|]\n")],
        Fixed = [new("compose.yaml", "services:\n  db:\n    image: postgres:17\n")],
    };

    public override IEnumerable<Finding> Analyze(ImmutableArray<ContainerOptions> containers)
    {
        var ended = containers.Select(container => (Container: container, Image: ContainerImage.Read(container)))
            .Where(use => use.Image is not null && use.Container.Build is null)
            .Select(use => (use.Container, Image: use.Image!, End: FindEnd(use.Image!, EndOfSupportOption.Read(use.Container.RuleOptions, this))))
            .Where(use => use.End is not null);
        foreach (var sameVersion in ended.GroupBy(use => (use.End!.Product, use.End.Version)))
        {
            var (container, image, end) = sameVersion.First();
            yield return Report(LocationOf(image), image.Text.Value, $"{end!.Product} {end.Version}", end.Date) with
            {
                LogicalPath = container.LogicalPath,
                Related = RepeatedPlaces.AfterFirst(sameVersion.Select(use => LocationOf(use.Image)).Distinct(), "The same version is used here"),
            };
        }
    }

    protected override IEnumerable<Finding> Inspect(ContainerOptions container) => Analyze([container]);

    private static SupportEnd? FindEnd(ImageReference image, SupportEnds ends)
    {
        if (ImageRelease.OfDotNet(image) is { } dotnet)
            return ends.FindPast(dotnet.Product, dotnet.Version);
        foreach (var release in ImageRelease.Of(image))
        {
            if (ends.FindPast(release.Product, release.Version) is { } end)
                return end;
        }

        return null;
    }

    private static SourceLocation LocationOf(ImageReference image) => image.Tag?.Location ?? image.Text.Location;
}
