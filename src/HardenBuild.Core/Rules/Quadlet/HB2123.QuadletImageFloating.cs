using HardenBuild.Model.Docker.Carriers;

namespace HardenBuild.Rules.Quadlet;

/// <summary>A unit's image is another one tomorrow, or depends on the host's list of registries.</summary>
internal sealed class QuadletImageFloating() : QuadletRule("HB2123", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(QuadletUnit unit)
    {
        // Names with these endings are other units; what they pull or build is written there.
        if (unit.Options.Image is not { } image || image.Value.EndsWith(".image", StringComparison.Ordinal) || image.Value.EndsWith(".build", StringComparison.Ordinal))
            yield break;
        if (FloatingImage.Is(image.Value))
        {
            var isWanted = unit.File.Last(QuadletUnit.Section, "AutoUpdate") is { Value: "registry" };
            yield return Report(image.Location, image.Value, "may bring another program with every pull; name a version or a digest") with
            {
                LogicalPath = unit.Options.LogicalPath,
                AtMost = isWanted ? RuleSeverity.Suggestion : RuleSeverity.Error,
            };
        }
        else if (!HasRegistry(image.Value))
        {
            yield return Report(image.Location, image.Value, "names no registry, so each host takes it from the first one of its own list that has it; write the registry before the name") with { LogicalPath = unit.Options.LogicalPath };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(QuadletImageFloating),
        Title = "The image of a container unit is not fixed",
        MessageFormat = "Image '{0}' {1}",
        Rationale = "Podman starts what the name means on the day of the pull. Without a version two hosts run different programs from one unit; without a registry the host's registries.conf decides who delivers the program.",
        WhenToIgnore = "When the unit updates itself from the registry ('AutoUpdate=registry') and should follow the latest version.",
        CatalogueSlugs = ["quadlet-image-floating"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.28"), RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Violations =
        [
            new("containers/web.container", """
                [Container]
                Image=[|registry.example.com/web:latest|]

                """),
            new("containers/cache.container", """
                [Container]
                Image=[|redis:8.2|]

                """),
        ],
        Fixed =
        [
            new("containers/web.container", """
                [Container]
                Image=registry.example.com/web:1.2

                """),
            new("containers/local.container", """
                [Container]
                Image=web.build

                """),
        ],
    };

    // As Docker reads references: the first part is a host where it has a dot or a port, or is this machine.
    private static bool HasRegistry(string image) =>
        image.IndexOf('/') is var slash and > 0 && image.Substring(0, slash) is var host && (host.Contains('.') || host.Contains(':') || host == "localhost");
}
