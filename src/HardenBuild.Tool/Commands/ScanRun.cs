using HardenBuild.Reporting;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Tool.Reports;

namespace HardenBuild.Tool.Commands;

/// <summary>One scan with its reports and its exit code.</summary>
/// <param name="Threshold">Least severity that makes the exit code 1; null means none does.</param>
internal sealed record ScanRun(ScanOptions Options, IReadOnlyList<ReportTarget> Targets, RuleSeverity? Threshold)
{
    public bool RequireFiles { get; init; }

    public ReportOptions Report { get; init; } = new();

    public int Execute(Terminal terminal, CancellationToken cancellation)
    {
        CheckTargets(terminal);
        var scoreManifests = Targets.Any(static target => target.Format == ReportFormat.Kubesec);
        return Finish(Scanner.Scan(Options with { ScoreManifests = scoreManifests }, cancellation), terminal, cancellation);
    }

    /// <summary>Writes the reports of a finished scan and says how it went.</summary>
    public int Finish(ScanResult result, Terminal terminal, CancellationToken cancellation)
    {
        foreach (var target in Targets)
        {
            cancellation.ThrowIfCancellationRequested();
            WriteReport(result, target, terminal);
        }

        WriteNotes(result, terminal);
        if (!result.PathErrors.IsEmpty || (RequireFiles && result.Files.IsEmpty))
            return ExitCode.Failure;

        return result.Findings.Any(Counts) ? ExitCode.Findings : ExitCode.Success;
    }

    private bool Counts(ReportedFinding reported) => reported.Severity >= Threshold && !reported.IsSuppressed;

    // Before the scan, so that a long one is not lost to a typo.
    private void CheckTargets(Terminal terminal)
    {
        foreach (var target in Targets)
        {
            if (target.Path is { } path && (path.Length == 0 || Directory.Exists(terminal.GetFullPath(path))))
                throw new CommandException($"'--output {path}' is a folder, not a file");
        }
    }

    private void WriteReport(ScanResult result, ReportTarget target, Terminal terminal)
    {
        var writer = ReportFormat.CreateWriter(target.Format);
        if (target.Path is { } path)
            AtomicFile.Write(terminal.GetFullPath(path), output => writer.Write(result, Report with { UseColor = false }, output));
        else
            writer.Write(result, Report, terminal.Output);
    }

    private static void WriteNotes(ScanResult result, Terminal terminal)
    {
        foreach (var error in result.PathErrors)
            terminal.WriteError(error);
        if (result.Files.IsEmpty)
            terminal.WriteWarning("NOTHING WAS SCANNED: the given paths hold no readable Dockerfile, Compose file, Kubernetes manifest or daemon.json");
        if (result.TemplatesNotRendered > 0)
            terminal.WriteWarning(Counted.Of(result.TemplatesNotRendered, "chart template") + " not rendered and not checked");
    }
}
