using System.CommandLine;
using HardenBuild.Reporting;
using HardenBuild.Scanning.Discovery;
using HardenBuild.Tool.Reports;
using HardenBuild.Tool.Setup;

namespace HardenBuild.Tool.Commands;

/// <summary><c>hardenbuild init</c>: sets a repository up, without touching what is there.</summary>
internal static class InitCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string?>("DIR") { Arity = ArgumentArity.ZeroOrOne, Description = "A folder of the repository; the current one by default." };
        var tool = new Option<bool>("--tool") { Description = "Use the command as a local tool instead of the package in each build." };
        var ci = new Option<string>("--ci") { HelpName = "github|azure|gitlab|none", Description = "The service that builds the repository; by default the one it shows signs of, else GitHub." };
        var hook = new Option<bool>("--hook") { Description = "Add a git hook that scans before each commit." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be written, and write nothing." };
        ci.AcceptOnlyFromAmong("github", "azure", "gitlab", "none");
        var command = new Command("init", "Set a repository up: severities, the package or the tool, a workflow. What exists is never overwritten.") { folder, tool, ci, hook, dryRun };
        command.SetAction(parsed =>
        {
            var root = ToRoot(parsed.GetValue(folder), terminal);
            var steps = new RepositorySetup(root).Plan(new SetupChoices(parsed.GetValue(tool), ToCi(parsed.GetValue(ci)), parsed.GetValue(hook)));
            var isDryRun = parsed.GetValue(dryRun);
            foreach (var step in steps)
            {
                if (!isDryRun)
                    Write(root, step);
                Describe(step, isDryRun, terminal.Output);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static string ToRoot(string? folder, Terminal terminal)
    {
        var full = folder is null ? terminal.WorkingDirectory : Path.TrimEndingDirectorySeparator(terminal.GetFullPath(folder));
        return Directory.Exists(full) ? RepositoryRoot.Find(full) : throw new CommandException($"'{folder}' is not a folder");
    }

    private static ContinuousIntegration? ToCi(string? word) => word switch
    {
        "github" => ContinuousIntegration.GitHub,
        "azure" => ContinuousIntegration.AzurePipelines,
        "gitlab" => ContinuousIntegration.GitLab,
        "none" => ContinuousIntegration.None,
        _ => null,
    };

    private static void Write(string root, SetupStep step)
    {
        var path = Path.Combine(root, step.Path);
        if (step.Kind == SetupStepKind.Append)
            File.AppendAllText(path, step.Text);
        if (step.Kind != SetupStepKind.Create)
            return;
        AtomicFile.Write(path, writer => writer.Write(step.Text));
        if (step.Text.StartsWith("#!", StringComparison.Ordinal) && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    private static void Describe(SetupStep step, bool isDryRun, TextWriter output)
    {
        var verb = (step.Kind, isDryRun) switch
        {
            (SetupStepKind.Create, false) => "created",
            (SetupStepKind.Create, true) => "would create",
            (SetupStepKind.Append, false) => "added to",
            (SetupStepKind.Append, true) => "would add to",
            (SetupStepKind.Advise, _) => "to do in",
            _ => "kept",
        };
        output.Write($"{verb} {PlainText.Neutralize(step.Path)}: {step.Note}\n");
        // What was written can be read in the file; what was not is needed here.
        if (step.Kind == SetupStepKind.Advise || (isDryRun && step.Text.Length > 0))
            output.Write(string.Concat(step.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => "    " + line + "\n")));
    }
}
