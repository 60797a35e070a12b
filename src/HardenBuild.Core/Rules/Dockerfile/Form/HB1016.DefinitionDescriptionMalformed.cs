using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>The comment above a stage or build argument does not describe it.</summary>
internal sealed class DefinitionDescriptionMalformed() : DockerfileRule("HB1016", RuleSeverity.None, RuleSeverity.None)
{
    private const string Described = "described_definitions";

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        if (!OptsIn(model))
            yield break;
        var comments = DescriptionComments.Of(model.Syntax);
        foreach (var instruction in model.Syntax.Instructions)
        {
            var names = NamesOf(instruction);
            if (names.Count > 0 && comments.Above(instruction) is [.., var last] lines && !lines.Any(line => names.Exists(name => Describes(line.Text, name))))
                yield return Report(model.Source.At(last.Span), names[0]);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DefinitionDescriptionMalformed),
        Title = "Comment above a definition does not describe it",
        MessageFormat = "The comment stands directly above '{0}' but is not shown as its description; begin it with '{0}', or put a blank line after it",
        Rationale = "'docker build --call=outline' and '--call=targets' show the comment above a stage or a build argument as its description when it begins with the name. Other comments there are lost.",
        WhenToIgnore = "When nobody lists the targets and arguments of the file; most files use free comments, which is why the rule is off.",
        CatalogueSlugs = ["definition-description-malformed"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        Options = [new(Described, "false", "'true' when comments above stages and build arguments describe them; a '# check=experimental=...' directive for the builder's own check says the same.")],
        Aliases = ["buildkit:InvalidDefinitionDescription"],
        Violations =
        [
            new("Dockerfile", "# check=experimental=InvalidDefinitionDescription\n\n[|# builds the service|]\nFROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\n"),
        ],
        Fixed =
        [
            new("Dockerfile", "# check=experimental=InvalidDefinitionDescription\n\n# build publishes the service\nFROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\n"),
        ],
        ComparedWith = "Like BuildKit's experimental check it waits until the file asks for it. Comments that speak to a linter are no descriptions.",
    };

    private bool OptsIn(DockerfileModel model) =>
        string.Equals(model.Options.Find(this, Described), "true", StringComparison.OrdinalIgnoreCase)
        || (model.Syntax.FindDirective("check")?.Value is { } check
            && check.Split(';').Any(part => part.Trim() is var setting
                && setting.StartsWith("experimental=", StringComparison.OrdinalIgnoreCase)
                && setting.Substring("experimental=".Length).Split(',').Any(name => name.Trim() is "all" or "InvalidDefinitionDescription")));

    private static List<string> NamesOf(DockerfileInstruction instruction) => instruction switch
    {
        FromInstruction { Alias: { } alias } => [alias.Value],
        ArgInstruction arg => [.. arg.Assignments.Select(assignment => assignment.Name)],
        _ => [],
    };

    private static bool Describes(string comment, string name) =>
        comment.StartsWith(name, StringComparison.Ordinal) && (comment.Length == name.Length || !IsNamePart(comment[name.Length]));

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.';
}
