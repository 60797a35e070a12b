using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>Quotes within quotes that cancel each other.</summary>
internal sealed class ShellOddQuoting() : ShellScriptRule("HB1196", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        foreach (var node in script.Nodes)
        {
            if (node is not ShellWord { Parts: { Length: >= 3 } parts })
                continue;
            for (var i = 1; i < parts.Length - 1; i++)
            {
                if (parts[i] is LiteralPart { Quoting: Quoting.None } bare && IsText(bare.Value) && IsSameQuote(parts[i - 1], parts[i + 1]))
                    yield return ShellDefect.At(bare.Span, bare.Value);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellOddQuoting),
        Title = "Text between two quoted pieces is not quoted",
        MessageFormat = "'{0}' stands outside of the quotes around it, which are lost; escape the inner quotes, or use the other kind",
        Rationale = "Quotes of the same kind do not nest: the inner ones end and begin the outer ones and never reach the program, a JSON document for instance.",
        WhenToIgnore = "When the pieces are joined on purpose.",
        CatalogueSlugs = ["shell-odd-quoting", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.Medium,
        Aliases = ["hadolint:SC2026", "hadolint:SC2140", "hadolint:SC*", "shellcheck:SC2026", "shellcheck:SC2140"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN echo \"{\"[|sdk|]\": {}}\" > global.json\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN echo '{\"sdk\": {}}' > global.json\nUSER $APP_UID\n")],
    };

    private static bool IsSameQuote(ShellPart before, ShellPart after) =>
        (before is DoubleQuotedPart && after is DoubleQuotedPart) || (before is LiteralPart { Quoting: Quoting.Single } && after is LiteralPart { Quoting: Quoting.Single });

    private static bool IsText(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.'))
                return false;
        }

        return text.Length > 0 && char.IsLetter(text[0]);
    }
}
