using HardenBuild.Model.Compose;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>An external resource is described as if it were made here.</summary>
internal sealed class ComposeExternalWithOtherKeys() : ComposeRule("HB2069", RuleSeverity.Error, RuleSeverity.Error)
{
    private static readonly string[] Sections = ["networks", "volumes", "secrets", "configs"];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeExternalWithOtherKeys),
        Title = "An external resource is described as if it were made here",
        MessageFormat = "'{0}' is external, so Docker Compose refuses '{1}' beside it; delete it, or delete 'external'",
        Rationale = """
            An external network, volume, secret or config exists before the project starts. What it is like is decided where it is made, so only its name may be given.
            """,
        WhenToIgnore = "Never: Docker Compose refuses the project.",
        CatalogueSlugs = ["compose-external-with-other-keys"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\nvolumes:\n  data:\n    external: true\n    [|driver|]: local\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\nvolumes:\n  data:\n    external: true\n    name: shared\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var section in Sections)
        {
            foreach (var resource in project.Root.Mapping(section)?.Members ?? [])
            {
                if (resource.Value.AsMapping is not { } mapping || mapping["external"] is not { } external)
                    continue;
                var isNamed = external.AsMapping?["name"] is not null;
                if (!isNamed && external.Boolean is not { Value: true })
                    continue;
                foreach (var member in mapping.Members)
                {
                    if (member.Key.Value != "external" && (member.Key.Value != "name" || isNamed))
                        yield return Report(member.Key.Location, resource.Key.Value, member.Key.Value) with { Related = [new RelatedLocation(external.Location, "Where it is external")] };
                }
            }
        }
    }
}
