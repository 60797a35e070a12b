using System.Collections.Immutable;
using Microsoft.Build.Framework;
using Microsoft.Build.Logging.StructuredLogger;

namespace HardenBuild.Package.Tests;

/// <summary>What a build did, from its binary log.</summary>
/// <param name="Scans">How often the scanner ran.</param>
/// <param name="TaskAssembly">The assembly that the scanner was loaded from; empty when it did not run.</param>
internal sealed record BuildRun(int ExitCode, string Output, int Scans, string TaskAssembly, ImmutableArray<LoggedFinding> Findings)
{
    public IEnumerable<LoggedFinding> In(string file) => Findings.Where(finding => finding.File == file);

    public IEnumerable<string> Levels(string file, string code) => In(file).Where(finding => finding.Code == code).Select(finding => finding.Level);

    /// <summary>The findings without a word about how they came to be logged, in an order of their own.</summary>
    public IEnumerable<string> Positions => Findings.Select(finding => finding.Position).Order(StringComparer.Ordinal);

    public IEnumerable<string> Files => Findings.Select(finding => finding.File).Distinct().Order(StringComparer.Ordinal);

    public static BuildRun Read(string log, int exitCode, string output, string folder)
    {
        var scans = 0;
        var taskAssembly = "";
        var findings = ImmutableArray.CreateBuilder<LoggedFinding>();
        foreach (var record in new BinLogReader().ReadRecords(log))
        {
            switch (record.Args)
            {
                case TaskStartedEventArgs { TaskName: "ScanRepository" }:
                    scans++;
                    break;
                // Using "ScanRepository" task from assembly "...".
                case BuildMessageEventArgs { Message: { } message } when message.StartsWith("Using \"ScanRepository\" task", StringComparison.Ordinal):
                    taskAssembly = message.Split('"')[^2];
                    break;
                case BuildErrorEventArgs e when IsOurs(e.Code):
                    findings.Add(new("error", e.Code, Relative(e.File), e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber, e.Message!, Project(e.ProjectFile)));
                    break;
                case BuildWarningEventArgs e when IsOurs(e.Code):
                    findings.Add(new("warning", e.Code, Relative(e.File), e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber, e.Message!, Project(e.ProjectFile)));
                    break;
                case BuildMessageEventArgs e when IsOurs(e.Code):
                    findings.Add(new("message", e.Code, Relative(e.File), e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber, e.Message!, Project(e.ProjectFile)));
                    break;
            }
        }

        return new BuildRun(exitCode, output, scans, taskAssembly, findings.ToImmutable());

        static bool IsOurs(string? code) => code is { Length: 6 } && code.StartsWith("HB", StringComparison.Ordinal);

        static string Project(string? file) => Path.GetFileName(file ?? "");

        string Relative(string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');
    }
}
