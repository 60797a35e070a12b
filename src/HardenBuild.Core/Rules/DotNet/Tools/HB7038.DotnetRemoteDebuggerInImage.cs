using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.DotNet.Tools;

/// <summary>A debugger or diagnostic tool becomes part of the image.</summary>
internal sealed class DotnetRemoteDebuggerInImage() : DockerfileRule("HB7038", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var stages = ProductionImage.Stages(model);
        foreach (var instruction in stages.SelectMany(stage => stage.Instructions))
        {
            foreach (var source in (instruction.Syntax as FileTransferInstruction)?.Sources ?? [])
            {
                if (IsDebugger(source.Value))
                    yield return ReportIn(instruction.Stage, model.Source.At(source.Span), source.Value);
            }
        }

        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax is not RunInstruction || !stages.Contains(command.Instruction.Stage))
                continue;
            foreach (var word in command.Invocations.Select(FindTool))
            {
                if (word is not null)
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(word.Span), word.Prefix);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetRemoteDebuggerInImage),
        Title = "Debugger or diagnostic tool in the production image",
        MessageFormat = "'{0}' lets whoever gets into the container read and change the memory of the application; install it in a stage of its own for debugging, or attach a debug container",
        Rationale = "Debuggers and dump tools read everything the process knows: keys, tokens, data of users. In the image they are there for an intruder too, and they need updates like the application.",
        WhenToIgnore = "When operations depend on the tool in the container and the risk is known; a stage or file named 'debug' or 'dev' is accepted without a comment.",
        CatalogueSlugs = ["dotnet-remote-debugger-in-image"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(489), RuleReference.OwaspDocker("D04")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN curl -sSL [|https://aka.ms/getvsdbgsh|] -o get.sh && sh get.sh -v latest -l /vsdbg\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
    };

    private static CommandWord? FindTool(Invocation invocation)
    {
        if (invocation.Name is "curl" or "wget")
            return invocation.Words.FirstOrDefault(word => word.Prefix.Contains("aka.ms/getvsdbg", StringComparison.OrdinalIgnoreCase) || word.Prefix.Contains("vsdebugger.azureedge.net", StringComparison.OrdinalIgnoreCase));
        return invocation.Is("dotnet") && invocation is { Subcommand: "tool", Operands: [{ Value: "install" or "update" }, ..] }
            ? invocation.Operands.FirstOrDefault(word => NameOf(word.Prefix) is "dotnet-trace" or "dotnet-dump" or "dotnet-counters" or "dotnet-monitor" or "dotnet-gcdump" or "dotnet-sos" or "dotnet-stack" or "dotnet-debugger-extensions")
            : null;
    }

    private static string NameOf(string package)
    {
        var at = package.IndexOf('@');
        return (at < 0 ? package : package.Substring(0, at)).ToLowerInvariant();
    }

    private static bool IsDebugger(string path)
    {
        foreach (var part in path.Split('/', '\\'))
        {
            if (part.Equals("vsdbg", StringComparison.OrdinalIgnoreCase) || part.Equals("remote_debugger", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
