using HardenBuild.Model.Docker;
using HardenBuild.Model.Secrets;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>RUN unsets a variable that ENV set, which changes nothing.</summary>
internal sealed class EnvUnsetInLaterLayer() : DockerfileRule("HB1052", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run)
                continue;

            // What follows an unset in the same RUN really runs without the variable.
            for (var i = command.Invocations.Length - 1; i >= 0 && IsUnset(command.Invocations[i]); i--)
            {
                foreach (var word in command.Invocations[i].Operands)
                {
                    if (word.Value is { } name && FindEnvironment(command.Instruction, name) is { Location: { } location } && !SetsItself(command, name))
                    {
                        yield return ReportIn(command.Instruction.Stage, model.Source.At(word.Span), name, SecretNames.IsSecret(name) ? "mount the secret with '--mount=type=secret,env='" : "set the variable in the RUN that needs it") with
                        {
                            Related = [new RelatedLocation(location, "Set for the whole image here")],
                        };
                    }
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(EnvUnsetInLaterLayer),
        Title = "Unsetting a variable of ENV has no effect",
        MessageFormat = "'{0}' is unset for the end of this RUN only, the image keeps the value of ENV; {1} instead",
        Rationale = "ENV is part of the image's configuration. A shell that unsets the variable ends with its RUN, and every later step and every container has the value again, as has everyone who inspects the image.",
        WhenToIgnore = "When the shell sources the commands that follow in another way that this rule does not see.",
        CatalogueSlugs = ["env-unset-in-later-layer"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(459), RuleReference.OwaspDocker("D06")],
        Aliases = ["sonar:S6581"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nENV NUGET_TOKEN=$TOKEN\nRUN dotnet restore && unset [|NUGET_TOKEN|]\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN --mount=type=secret,id=token,env=NUGET_TOKEN,required=true dotnet restore\n")],
        ComparedWith = "Commands that follow the unset in the same RUN do run without the variable, so only an unset at the end is reported.",
    };

    private static bool IsUnset(Invocation invocation) => invocation.Is("unset") || (invocation.Is("export") && invocation.HasShortFlag('n'));

    private static StageVariable? FindEnvironment(StageInstruction instruction, string name) =>
        instruction.State.Variables.Environment.TryGetValue(name, out var variable) ? variable : null;

    private static bool SetsItself(StageCommand command, string name) =>
        command.Invocations.Any(invocation => invocation.Is("export") && invocation.Words.Any(word => word.Prefix.StartsWith(name + "=", StringComparison.Ordinal)));
}
