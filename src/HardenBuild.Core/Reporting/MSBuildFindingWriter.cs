using System.Globalization;
using HardenBuild.Rules;
using HardenBuild.Scanning;

namespace HardenBuild.Reporting;

/// <summary>One line a finding in MSBuild's canonical form: <c>file(line,col): warning HB1001: message</c>.</summary>
/// <remarks>
/// Only the start is given: the problem matcher of GitHub's setup-dotnet does not recognise <c>(line,col,line,col)</c>.
/// Errors come first, because GitHub shows ten annotations of a kind. Suggestions have the category <c>message</c>, as in Visual Studio's Error List.
/// Grammar: MSBuild, "diagnostic format for tasks".
/// </remarks>
public sealed class MSBuildFindingWriter : IFindingWriter
{
    private static readonly RuleSeverity[] Order = [RuleSeverity.Error, RuleSeverity.Warning, RuleSeverity.Suggestion];

    public void Write(ScanResult result, ReportOptions options, TextWriter output)
    {
        foreach (var severity in Order)
        {
            foreach (var reported in result.Findings)
            {
                // What a comment silences would count as a warning in a build log, so it is never shown here.
                if (reported.Severity == severity && !reported.IsSuppressed)
                    WriteLine(reported, output);
            }
        }
    }

    private static void WriteLine(ReportedFinding reported, TextWriter output)
    {
        var finding = reported.Finding;
        var start = finding.Location.Start;
        output.Write(PlainText.Neutralize(finding.Location.Source.Path));
        output.Write(string.Format(CultureInfo.InvariantCulture, "({0},{1}): ", start.Line + 1, start.Character + 1));
        output.Write(reported.Severity == RuleSeverity.Suggestion ? "message" : reported.Severity.ToWord());
        output.Write(' ');
        output.Write(finding.Rule.Id);
        output.Write(": ");
        output.Write(PlainText.Neutralize(finding.Message));
        output.Write('\n');
    }
}
