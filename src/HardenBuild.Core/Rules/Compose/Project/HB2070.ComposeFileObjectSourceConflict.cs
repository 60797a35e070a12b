using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Tree;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>A secret or config has no source or several.</summary>
internal sealed class ComposeFileObjectSourceConflict() : ComposeRule("HB2070", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeFileObjectSourceConflict),
        Title = "A secret or config has no source or several",
        MessageFormat = "{0} '{1}' {2}; give it exactly one of 'file', 'environment'{3}, or 'external: true'",
        Rationale = """
            The content of a secret or config comes from a file, from a variable or, for configs, from the Compose file itself. Docker Compose refuses none and several.
            """,
        WhenToIgnore = "When a file that is not part of the repository adds the source.",
        CatalogueSlugs = ["compose-file-object-source-conflict"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\nsecrets:\n  [|key|]:\n    name: key\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\nsecrets:\n  key:\n    file: ./key.txt\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        if (!project.IsComplete)
            return [];
        return Analyze(project, "secrets", "Secret", "").Concat(Analyze(project, "configs", "Config", ", 'content'"));
    }

    private IEnumerable<Finding> Analyze(ComposeProject project, string section, string noun, string content)
    {
        foreach (var (name, value) in project.Root.Mapping(section)?.Members ?? [])
        {
            var sources = value.AsMapping?.Members.Where(static member => member.Key.Value is "file" or "environment" or "content" && !member.Value.IsNull).ToList() ?? [];
            if (sources.Count > 1)
                yield return Report(sources[1].Key.Location, noun, name.Value, $"has '{sources[0].Key.Value}' and '{sources[1].Key.Value}'", content);
            else if (sources.Count == 0 && value.AsMapping is { } mapping && !IsMadeElsewhere(mapping) && !HasSourceElsewhere(project, section, name.Value))
                yield return Report(name.Location, noun, name.Value, "has no source", content);
        }
    }

    private static bool IsMadeElsewhere(ComposeMapping resource) => resource["external"] is not null || resource["driver"] is not null || resource["template_driver"] is not null;

    private static bool HasSourceElsewhere(ComposeProject project, string section, string name) => project.SiblingsHave(section, name);
}
