using HardenBuild.Model.Compose;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>A Compose file has the obsolete key version.</summary>
internal sealed class ComposeVersionField() : ComposeRule("HB2046", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeVersionField),
        Title = "A Compose file has the obsolete key version",
        MessageFormat = "The key 'version' is obsolete: Docker Compose ignores it and warns at every start; delete the line",
        Rationale = """
            Docker Compose reads every file by the Compose specification, whatever 'version' says, and prints a warning.
            Readers who believe the number take keys for missing that work, or the other way round.
            """,
        WhenToIgnore = "'docker stack deploy' of Docker Swarm still reads the key; silence the rule for files that are only used with it.",
        CatalogueSlugs = ["compose-version-field"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["dclint:no-version-field"],
        Violations = [new("compose.yaml", "[|version|]: '3.8'\nservices:\n  web:\n    image: example/web:1.2\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var file in project.Files)
        {
            foreach (var document in file.Documents)
            {
                if (document.Root?.AsMapping?.FindOwn("version") is { } version)
                    yield return Report(version.KeyLocation);
            }
        }
    }
}
