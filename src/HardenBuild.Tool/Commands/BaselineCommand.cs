using System.CommandLine;
using HardenBuild.Configuration.Baselines;
using HardenBuild.Reporting;
using HardenBuild.Scanning;
using HardenBuild.Tool.Reports;

namespace HardenBuild.Tool.Commands;

/// <summary><c>hardenbuild baseline</c>: writes down the findings of today, so that only new ones are reported.</summary>
internal static class BaselineCommand
{
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var arguments = new ScanArguments();
        var output = new Option<string>("--output") { HelpName = "FILE", Description = $"Where the baseline goes; '{Baseline.FileName}' in the root by default, where scans and builds find it." };
        var command = new Command("baseline", "Write the findings of today into a file; scans and builds then report only new ones. Exit codes: 0 written, 2 bad arguments or a path that cannot be read, 130 interrupted.") { output };
        arguments.AddTo(command);
        command.SetAction(parsed => Execute(arguments.ToOptions(parsed, terminal), parsed.GetValue(output), terminal, cancellation));
        return command;
    }

    private static int Execute(ScanOptions options, string? output, Terminal terminal, CancellationToken cancellation)
    {
        // All findings of today, whatever an older baseline says.
        var result = Scanner.Scan(options with { UseBaseline = false }, cancellation);
        foreach (var error in result.PathErrors)
            terminal.WriteError(error);
        if (!result.PathErrors.IsEmpty)
            return ExitCode.Failure;

        var path = output is null ? Path.Combine(result.Root, Baseline.FileName) : terminal.GetFullPath(output);
        if (Directory.Exists(path))
            throw new CommandException($"'--output {output}' is a folder, not a file");
        AtomicFile.Write(path, writer => new BaselineWriter().Write(result, new ReportOptions(), writer));
        terminal.Output.WriteLine($"{Counted.Of(result.Findings.Count(BaselineWriter.Holds), "finding")} written to {PlainText.Neutralize(path)}");
        return ExitCode.Success;
    }
}
