using System.CommandLine;
using HardenBuild.Rules;
using HardenBuild.Tool.Reports;

namespace HardenBuild.Tool.Commands;

/// <summary><c>hardenbuild scan</c>: its options and what they ask of the scanner.</summary>
internal static class ScanCommand
{
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var arguments = new ScanArguments();
        var format = new Option<string[]>("--format") { HelpName = string.Join('|', ReportFormat.Names), Description = "Kind of report, text by default; repeat it with '--output' for several reports." };
        var output = new Option<string[]>("--output") { HelpName = "FILE", Description = "Where the report of the '--format' before it goes; standard output by default." };
        var failOn = new Option<string>("--fail-on") { HelpName = "error|warning|suggestion|never", DefaultValueFactory = _ => "warning", Description = "Least severity that makes the exit code 1." };
        var baseline = new Option<string>("--baseline") { HelpName = "FILE", Description = "Findings that are not reported; 'hardenbuild.baseline.json' in the root by default." };
        var includeSuppressed = new Option<bool>("--include-suppressed") { Description = "Show what comments and the baseline silence, marked as suppressed; it does not count." };
        var requireFiles = new Option<bool>("--require-files") { Description = "Exit with 2 when there is nothing to scan." };
        var noColor = new Option<bool>("--no-color") { Description = "Plain text on a terminal." };
        format.AcceptOnlyFromAmong(ReportFormat.Names);
        failOn.AcceptOnlyFromAmong("error", "warning", "suggestion", "never");

        var command = new Command("scan", "Scan files and report findings. Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 bad arguments or a path that cannot be read, 130 interrupted.")
        {
            format, output, failOn, baseline, includeSuppressed, requireFiles, noColor,
        };
        arguments.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = arguments.ToOptions(parsed, terminal) with { Baseline = parsed.GetValue(baseline) is { } file ? terminal.GetFullPath(file) : null };
            var run = new ScanRun(options, ReportTarget.Pair(parsed.Tokens), ToThreshold(parsed.GetValue(failOn)))
            {
                RequireFiles = parsed.GetValue(requireFiles),
                Report = new() { IncludeSuppressed = parsed.GetValue(includeSuppressed), UseColor = terminal.SupportsColor && !parsed.GetValue(noColor) },
            };
            return run.Execute(terminal, cancellation);
        });
        return command;
    }

    private static RuleSeverity? ToThreshold(string? word) => word switch
    {
        "error" => RuleSeverity.Error,
        "suggestion" => RuleSeverity.Suggestion,
        "never" => null,
        _ => RuleSeverity.Warning,
    };
}
