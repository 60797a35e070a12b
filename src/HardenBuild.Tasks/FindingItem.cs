using System.Globalization;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace HardenBuild.Tasks;

/// <summary>A finding in the shape in which MSBuild carries it from one project, or one node, to another.</summary>
/// <param name="File">Absolute path.</param>
/// <param name="Line">One-based, as all positions in build output; so are the other three.</param>
/// <param name="EndColumn">Column just past the last character.</param>
/// <param name="Severity">A word of <c>.editorconfig</c>: <c>error</c>, <c>warning</c> or <c>suggestion</c>.</param>
/// <param name="Owner">Absolute path of the project that logs it; empty where none does.</param>
internal sealed record FindingItem(
    string File, int Line, int Column, int EndLine, int EndColumn, string Code, string Severity, string Message, string HelpLink, string Owner)
{
    public const string Error = "error";
    public const string Warning = "warning";
    public const string Suggestion = "suggestion";

    public static FindingItem From(ReportedFinding reported, string file, string owner)
    {
        var finding = reported.Finding;
        var start = finding.Location.Start;
        var end = finding.Location.End;
        return new FindingItem(
            file, start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1,
            finding.Rule.Id, Word(reported.Severity), finding.Message, finding.Rule.HelpUri.AbsoluteUri, owner);
    }

    public static FindingItem From(ITaskItem item) => new(
        item.GetMetadata(nameof(File)),
        Number(item, nameof(Line)),
        Number(item, nameof(Column)),
        Number(item, nameof(EndLine)),
        Number(item, nameof(EndColumn)),
        item.GetMetadata(nameof(Code)),
        item.GetMetadata(nameof(Severity)),
        item.GetMetadata(nameof(Message)),
        item.GetMetadata(nameof(HelpLink)),
        item.GetMetadata(nameof(Owner)));

    /// <param name="identity">Anything without a path's meaning: MSBuild rewrites separators in identities and drops nothing only by accident.</param>
    public ITaskItem ToTaskItem(string identity)
    {
        ITaskItem2 item = new TaskItem(identity);
        // Literal: a message may hold %3b or a semicolon, which MSBuild would otherwise take for its own escapes.
        item.SetMetadataValueLiteral(nameof(File), File);
        item.SetMetadataValueLiteral(nameof(Line), Text(Line));
        item.SetMetadataValueLiteral(nameof(Column), Text(Column));
        item.SetMetadataValueLiteral(nameof(EndLine), Text(EndLine));
        item.SetMetadataValueLiteral(nameof(EndColumn), Text(EndColumn));
        item.SetMetadataValueLiteral(nameof(Code), Code);
        item.SetMetadataValueLiteral(nameof(Severity), Severity);
        item.SetMetadataValueLiteral(nameof(Message), Message);
        item.SetMetadataValueLiteral(nameof(HelpLink), HelpLink);
        item.SetMetadataValueLiteral(nameof(Owner), Owner);
        return item;
    }

    private static string Word(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => Error,
        RuleSeverity.Warning => Warning,
        _ => Suggestion,
    };

    private static int Number(ITaskItem item, string name) => int.Parse(item.GetMetadata(name), CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
