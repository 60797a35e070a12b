using System.CommandLine;
using HardenBuild.Reporting;

namespace HardenBuild.Tool.Commands;

/// <summary><c>hardenbuild explain HB1001</c>: a rule's page as plain text.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("RULE") { Description = "Id or name, HB1001 or FloatingBaseImage." };
        var command = new Command("explain", "Say why a rule exists, what it reports and how to fix it.") { id };
        command.SetAction(parsed =>
        {
            terminal.Output.Write(RulePage.ToPlainText(RuleLookup.Find(parsed.GetRequiredValue(id))));
            return ExitCode.Success;
        });
        return command;
    }
}
