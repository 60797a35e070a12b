using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>Volumes in quotes that need none.</summary>
internal sealed class ComposeVolumesQuoted() : ComposeRule("HB2076", RuleSeverity.None, RuleSeverity.None)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeVolumesQuoted),
        Title = "A volume is written in quotes that it does not need",
        MessageFormat = "The volume '{0}' needs no quotes; delete them",
        Rationale = "One way to write volumes makes files easier to compare. The rule is off unless it is switched on.",
        WhenToIgnore = "When the house style is quotes around every text.",
        CatalogueSlugs = ["compose-volumes-quoted"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["dclint:no-quotes-in-volumes"],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    volumes:\n      - [|'./data:/data'|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    volumes:\n      - ./data:/data\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var service in project.Services)
        {
            foreach (var item in service.Syntax.Items("volumes"))
            {
                if (item is ComposeScalar { Syntax.Style: YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted, Raw: var text } && IsPlain(text))
                    yield return Report(item.Location, text) with { LogicalPath = service.LogicalPath };
            }
        }
    }

    // YAML 1.2.2, section 7.3.3: what begins with an indicator, or holds ": ", " #" or a flow indicator, is something else without quotes.
    private static bool IsPlain(string text) =>
        text.Length > 0 && (char.IsLetterOrDigit(text[0]) || text[0] is '.' or '/' or '$') && text.IndexOfAny([' ', '#', ',', '[', ']', '{', '}', '\\', '\t', '\n']) < 0 && text[text.Length - 1] != ':';
}
