using Microsoft.Build.Framework;

namespace HardenBuild.Tasks;

/// <summary>Logs the findings that belong to one project, with that project's warning switches; errors first.</summary>
/// <remarks>
/// The engine knows nothing of <c>TreatWarningsAsErrors</c>, and of the other three only what the SDK hands on, so all four are applied here.
/// The command line's <c>-warnaserror</c>, <c>-warnnotaserror</c> and <c>-nowarn</c> are the engine's and act on what is logged.
/// </remarks>
public sealed class LogFindings : Microsoft.Build.Utilities.Task
{
    /// <summary>Findings as <see cref="ScanRepository"/> returns them.</summary>
    [Required]
    public ITaskItem[] Findings { get; set; } = [];

    /// <summary>Absolute path of the project; empty logs what belongs to no project.</summary>
    public string Owner { get; set; } = "";

    public bool TreatWarningsAsErrors { get; set; }

    public string WarningsAsErrors { get; set; } = "";

    public string WarningsNotAsErrors { get; set; } = "";

    public string NoWarn { get; set; } = "";

    /// <summary>False gives line and column of the start alone, which is what annotation matchers of CI systems read.</summary>
    public bool LogSpans { get; set; } = true;

    public override bool Execute()
    {
        var switches = new WarningSwitches(TreatWarningsAsErrors, WarningsAsErrors, WarningsNotAsErrors, NoWarn);
        var mine = Findings
            .Select(FindingItem.From)
            .Where(finding => string.Equals(finding.Owner, Owner, ProjectOwners.PathComparison))
            .Select(finding => finding with { Severity = switches.Apply(finding) })
            .Select(finding => LogSpans ? finding : finding with { EndLine = 0, EndColumn = 0 })
            .ToArray();

        // GitHub shows ten annotations a step: what fails the build must be among them.
        foreach (var finding in mine.Where(finding => finding.Severity == FindingItem.Error))
            LogError(finding);
        foreach (var finding in mine.Where(finding => finding.Severity == FindingItem.Warning))
            LogWarning(finding);
        foreach (var finding in mine.Where(finding => finding.Severity == FindingItem.Suggestion))
            LogMessage(finding);
        return !Log.HasLoggedErrors;
    }

    // The message is an argument: braces in a user's text are no placeholders. No subcategory: matchers of CI systems reject it.
    private void LogError(FindingItem f) => Log.LogError(
        null, f.Code, null, f.HelpLink, f.File, f.Line, f.Column, f.EndLine, f.EndColumn, "{0}", f.Message);

    private void LogWarning(FindingItem f) => Log.LogWarning(
        null, f.Code, null, f.HelpLink, f.File, f.Line, f.Column, f.EndLine, f.EndColumn, "{0}", f.Message);

    // Normal importance: in the log and at -v:normal, like a suggestion of the compiler not on a quiet console.
    private void LogMessage(FindingItem f) => Log.LogMessage(
        null, f.Code, null, f.File, f.Line, f.Column, f.EndLine, f.EndColumn, MessageImportance.Normal, "{0}", f.Message);
}
