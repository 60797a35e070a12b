using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Text;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>Images whose content changes without a change here.</summary>
internal sealed class ComposeImageTagMissingOrFloating() : ComposeRule("HB2048", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private static readonly HashSet<string> Floating = new(StringComparer.OrdinalIgnoreCase)
    {
        "latest", "stable", "edge", "test", "nightly", "dev", "develop", "beta", "canary", "lts", "main", "master",
    };

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeImageTagMissingOrFloating),
        Title = "An image has no fixed version",
        MessageFormat = "Image '{0}' of service '{1}' {2}, so every pull may bring another program; name a version or a digest",
        Rationale = """
            Without a tag Docker takes 'latest'. What that is changes with every push, so that two machines run different programs from one file,
            an update arrives untested, and a finding in an image cannot be traced to a version.
            """,
        WhenToIgnore = "Tools on a developer's own machine that should follow their latest release can stay.",
        CatalogueSlugs = ["compose-image-tag-missing-or-floating"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.28"), RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Aliases = ["dclint:service-image-require-explicit-tag"],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: [|example/web|]\n  db:\n    image: example/db:[|latest|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n  api:\n    build: .\n    image: example/api\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        var built = new HashSet<string>(StringComparer.Ordinal);
        foreach (var service in project.Services)
        {
            if (IsBuilt(project, service) && service.Options.Image is { } own)
                built.Add(Repository(own.Value));
        }

        foreach (var service in project.Services)
        {
            if (service.Syntax["image"] is not ComposeScalar { Text: { Value.Length: > 0 } image } scalar || IsBuilt(project, service) || built.Contains(Repository(image.Value)) || image.Value.Contains('@'))
                continue;
            if (TagStart(image.Value) is not { } start)
                yield return Report(image.Location, image.Value, service.Name.Value, "has no tag") with { LogicalPath = service.LogicalPath };
            else if (image.Value.Substring(start) is var tag && Floating.Contains(tag))
                yield return Report(TagIn(scalar, tag) ?? image.Location, image.Value, service.Name.Value, $"has the floating tag '{tag}'") with { LogicalPath = service.LogicalPath };
        }
    }

    private static bool IsBuilt(ComposeProject project, ComposeService service) => service.Syntax["build"] is not null || project.SiblingsHave("services", service.Name.Value, "build");

    private static string Repository(string image) => image.Substring(0, image.IndexOf('@') is var at and >= 0 ? at : TagStart(image) is { } tag ? tag - 1 : image.Length);

    private static int? TagStart(string image) => image.LastIndexOf(':') is var colon and > 0 && colon > image.LastIndexOf('/') ? colon + 1 : null;

    /// <summary>Where the tag itself is written; null where it comes from a variable.</summary>
    private static SourceLocation? TagIn(ComposeScalar image, string tag) => image.Raw.EndsWith(":" + tag, StringComparison.Ordinal)
        ? image.Part(new TextSpan(image.Raw.Length - tag.Length, tag.Length)).Location
        : null;
}
