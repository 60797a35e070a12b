using HardenBuild.Model.Docker;
using HardenBuild.Model.Secrets;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.DotNet.Secrets;

/// <summary>The password of a package source is given on the command line of a RUN, or by a build argument.</summary>
internal sealed class DotnetNugetSourcePasswordInRun() : DockerfileRule("HB7022", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax is not RunInstruction)
                continue;
            foreach (var invocation in command.Invocations)
            {
                if (PasswordOf(invocation) is { HasValue: true } option && Judge(model, command, option) is { } finding)
                    yield return finding;
            }
        }

        foreach (var instruction in model.Instructions)
        {
            foreach (var assignment in (instruction.Syntax as AssignmentInstruction)?.Assignments ?? [])
            {
                if (instruction.Syntax.Kind is InstructionKind.Env or InstructionKind.Arg && IsFeedVariable(assignment.Name))
                    yield return ReportIn(instruction.Stage, model.Source.At(assignment.Key.Span), assignment.Name);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetNugetSourcePasswordInRun),
        Title = "Password of a package source stays in a layer",
        MessageFormat = "'{0}' keeps the password of the package source in the history or a layer of the build; give it by 'RUN --mount=type=secret' for the one command that needs it",
        Rationale = "The command line of a RUN and the values of build arguments are recorded in the history, and 'dotnet nuget add source' writes the password to a NuGet.config in the layer. Caches and build stages are often pushed to a registry.",
        WhenToIgnore = "When the feed is open and the password only fills a field.",
        CatalogueSlugs = ["dotnet-nuget-source-password-in-run"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(522), RuleReference.OwaspDocker("D06")],
        Supersedes = ["HB1045"],
        Violations =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet nuget add source https://nuget.example.com/v3/index.json -n internal -u build [|-p|] s3cr3t-feed --store-password-in-clear-text\n"),
        ],
        Fixed =
        [
            new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN --mount=type=secret,id=nuget,target=/root/.nuget/NuGet/NuGet.Config dotnet restore\n"),
        ],
        ComparedWith = "A password that comes from a secret mount of the same RUN is a suggestion, because the NuGet.config that the command writes stays in the layer. "
            + "A build argument that HB1045 reports by its name is not reported a second time where it is used.",
    };

    private static CommandOption? PasswordOf(Invocation invocation)
    {
        if (invocation.Is("dotnet") && invocation is { Subcommand: "nuget", Operands: [{ Value: "add" or "update" }, { Value: "source" }, ..] })
            return invocation.FindOption("-p", "--password");
        return invocation.Is("nuget") && invocation.Subcommand is "sources" or "source" ? invocation.FindOption("-Password", "-password") : null;
    }

    private Finding? Judge(DockerfileModel model, StageCommand command, CommandOption option)
    {
        var finding = ReportIn(command.Instruction.Stage, model.Source.At(option.NameSpan), option.Name);
        if (option.Value is not null)
            return finding;
        var usesMount = command.Instruction.Syntax.Flags.Any(flag => flag.Mount is { Type: "secret" });
        if (usesMount || VariableOf(option) is not { } name)
            return usesMount ? finding with { AtMost = RuleSeverity.Suggestion } : null;
        return command.Instruction.State.Variables.FindVariable(name) is { Location: not null } && !SecretNames.IsSecret(name) ? finding : null;
    }

    private static string? VariableOf(CommandOption option) => option.ValueWord?.Syntax?.Parts switch
    {
        [ParameterExpansion expansion] => expansion.Name,
        [DoubleQuotedPart { Parts: [ParameterExpansion expansion] }] => expansion.Name,
        _ => null,
    };

    private static bool IsFeedVariable(string name) =>
        name is "VSS_NUGET_EXTERNAL_FEED_ENDPOINTS" or "ARTIFACTS_CREDENTIALPROVIDER_EXTERNAL_FEED_ENDPOINTS"
        || name.StartsWith("NuGetPackageSourceCredentials_", StringComparison.OrdinalIgnoreCase);
}
