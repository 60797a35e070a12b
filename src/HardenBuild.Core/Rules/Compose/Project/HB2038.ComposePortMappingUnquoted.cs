using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>Ports without quotes, which a reader of YAML 1.1 takes for other numbers.</summary>
internal sealed class ComposePortMappingUnquoted() : ComposeRule("HB2038", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private static readonly string[] Keys = ["ports", "expose"];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposePortMappingUnquoted),
        Title = "A port is written without quotes",
        MessageFormat = "'{0}' has no quotes{1}; put it in quotes",
        Rationale = """
            YAML 1.1 has numbers to the base 60: '2222:22' without quotes is 133342 for such a reader, and another port is opened than the one that is written.
            Docker Compose itself reads YAML 1.2; other tools that read the file need not.
            """,
        WhenToIgnore = "When only current versions of Docker Compose read the file.",
        CatalogueSlugs = ["compose-port-mapping-unquoted"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["dclint:require-quotes-in-ports"],
        ComparedWith = "dclint asks for quotes around every port. A mapping whose last part is 60 or more, and a port alone, have one reading everywhere: they are silent, in machine-readable reports only.",
        Violations = [new("compose.yaml", "services:\n  ssh:\n    image: example/ssh:1.2\n    ports:\n      - [|2222:22|]\n")],
        Fixed = [new("compose.yaml", "services:\n  ssh:\n    image: example/ssh:1.2\n    ports:\n      - \"2222:22\"\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var service in project.Services)
        {
            foreach (var key in Keys)
            {
                foreach (var item in service.Syntax.Items(key))
                {
                    if (item is not ComposeScalar { Syntax: { IsUntypedPlain: true } written } || written.IsNull || written.Value.Contains('$'))
                        continue;
                    var isNumber = IsBase60(written.Value);
                    yield return Report(written.Location, written.Value, isNumber ? " and is a number to the base 60 in YAML 1.1" : "") with
                    {
                        LogicalPath = service.LogicalPath,
                        AtMost = isNumber ? RuleSeverity.Error : RuleSeverity.Silent,
                    };
                }
            }
        }
    }

    // yaml.org/type/int.html (YAML 1.1), base 60: [-+]?[1-9][0-9_]*(:[0-5]?[0-9])+
    private static bool IsBase60(string text)
    {
        var parts = text.Split(':');
        if (parts.Length < 2 || parts[0].Length == 0 || parts[0][0] is < '1' or > '9' || !parts[0].All(char.IsDigit))
            return false;
        return parts.Skip(1).All(static part => part.Length is 1 or 2 && part.All(char.IsDigit) && (part.Length == 1 || part[0] <= '5'));
    }
}
