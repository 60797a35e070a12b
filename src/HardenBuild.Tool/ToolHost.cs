using System.CommandLine;
using System.CommandLine.Invocation;
using HardenBuild.Tool.Commands;

namespace HardenBuild.Tool;

/// <summary>The command line as a function, so that tests need no process.</summary>
internal static class ToolHost
{
    public static int Run(string[] args, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            return Invoke(args, terminal, cancellation);
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("hardenbuild: interrupted, nothing was reported");
            return ExitCode.Interrupted;
        }
        catch (CommandException exception)
        {
            terminal.WriteError(exception.Message);
            return ExitCode.Failure;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            terminal.WriteError(exception.Message);
            return ExitCode.Failure;
        }
        catch (Exception exception)
        {
            terminal.WriteError($"This is a defect of hardenbuild, please report it with the smallest file that shows it: {exception}");
            return ExitCode.Failure;
        }
        finally
        {
            Flush(terminal);
        }
    }

    private static int Invoke(string[] args, Terminal terminal, CancellationToken cancellation)
    {
        var root = new RootCommand("Finds what would make containers unsafe in Dockerfiles, Compose files, Kubernetes manifests and daemon.json.")
        {
            ScanCommand.Create(terminal, cancellation),
            RenderCommand.Create(terminal, cancellation),
            BaselineCommand.Create(terminal, cancellation),
            InitCommand.Create(terminal),
            RulesCommand.Create(terminal),
            ExplainCommand.Create(terminal),
        };
        // Response files would read '@' arguments from the disk; image names start that way in nobody's path, but surprises are not worth it.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction || (parsed.Action is null && parsed.Errors.Count > 0))
            return ReportErrors(parsed, terminal);

        return parsed.Invoke(new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            // Signals are the program's: cancelling through the library would race with the report being written.
            ProcessTerminationTimeout = null,
        });
    }

    private static int ReportErrors(ParseResult parsed, Terminal terminal)
    {
        foreach (var error in parsed.Errors)
            terminal.WriteError(string.Join(' ', error.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        var command = parsed.CommandResult.Command is RootCommand ? "hardenbuild" : "hardenbuild " + parsed.CommandResult.Command.Name;
        terminal.Error.WriteLine($"Run '{command} --help' for its options.");
        return ExitCode.Failure;
    }

    private static void Flush(Terminal terminal)
    {
        try
        {
            terminal.Output.Flush();
        }
        catch (IOException)
        {
            // The reader of a pipe has gone (head, less): there is nobody left to tell.
        }
    }
}
