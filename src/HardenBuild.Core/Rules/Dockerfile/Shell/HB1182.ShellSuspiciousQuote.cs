using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>A quote that closes a string of several lines right before a letter: it was most likely meant to open one.</summary>
internal sealed class ShellSuspiciousQuote() : ShellScriptRule("HB1182", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override IEnumerable<ShellDefect> Find(ShellScript script, StageCommand command, DockerfileModel model)
    {
        foreach (var node in script.Nodes)
        {
            if (node is not ShellWord { Parts: var parts })
                continue;
            for (var i = 0; i < parts.Length - 1; i++)
            {
                if (ClosesLate(parts, i) && SpansLines(parts[i].Span, model.Source.Content))
                    yield return ShellDefect.At(new TextSpan(parts[i].Span.End - 1, 1));
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ShellSuspiciousQuote),
        Title = "Closing quote looks like an opening one",
        MessageFormat = "This quote closes a string that began lines above, although a word follows it at once; close the string before it",
        Rationale = "Where a quote is forgotten, the next one closes the string instead of opening another: what was text is run as commands and the other way round.",
        WhenToIgnore = "When the string is meant to end there and the word after it is meant to be joined to it.",
        CatalogueSlugs = ["shell-suspicious-quote", DefectSlug],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Aliases = ["hadolint:SC1079", "hadolint:SC*", "shellcheck:SC1079"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN <<EOF\nset -e\necho \"Restoring\ndotnet restore\necho [|\"|]Done\nEOF\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN <<EOF\nset -e\necho \"Restoring\"\ndotnet restore\necho \"Done\"\nEOF\nUSER $APP_UID\n")],
    };

    private static bool ClosesLate(ImmutableArray<ShellPart> parts, int index) =>
        parts[index] is DoubleQuotedPart or LiteralPart { Quoting: Quoting.Single }
        && parts[index].Text is { Length: > 2 } text
        && text[text.Length - 2] is ' ' or '\t'
        && parts[index + 1] is LiteralPart { Quoting: Quoting.None } next
        && next.Value.Length > 0
        && char.IsLetter(next.Value[0]);

    private static bool SpansLines(TextSpan span, string content) => content.IndexOf('\n', span.Start, span.Length) >= 0;
}
