using HardenBuild.Model.Docker;
using HardenBuild.Rules.Dockerfile.Verification;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>A build goes on without the secret that it was to be given.</summary>
internal sealed class SecretMountRequiredMissing() : DockerfileRule("HB1050", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            AbsenceTests? tests = null;
            foreach (var flag in command.Instruction.Syntax.Flags)
            {
                if (flag.Mount is { Type: "secret" } mount && flag.Value is { } value && !IsRequired(mount) && !(tests ??= new AbsenceTests(command)).Cover(mount))
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(value.Span), NameOf(mount));
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SecretMountRequiredMissing),
        Title = "Build goes on without its secret",
        MessageFormat = "Without 'required=true' the step runs also when nobody gave it the secret '{0}', and fails later or does something else; add 'required=true'",
        Rationale = "A forgotten '--secret' leaves no file and no message. The step then reads nothing, asks a public feed instead of the private one, or fails with an error about something else.",
        WhenToIgnore = "When the secret is optional and the program copes without it.",
        CatalogueSlugs = ["secret-mount-required-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(754), RuleReference.OwaspDocker("D06")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN --mount=[|type=secret,id=nuget,target=/root/.nuget/NuGet/NuGet.Config|] dotnet restore\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN --mount=type=secret,id=nuget,target=/root/.nuget/NuGet/NuGet.Config,required=true dotnet restore\n")],
        ComparedWith = "A script that tests for the file or variable has thought of its absence and is accepted.",
    };

    private static bool IsRequired(RunMount mount) => mount.Find("required") is { } required && !SwitchWords.IsOff(required.Value?.Value);

    private static string NameOf(RunMount mount) => (mount.Id ?? mount.Target ?? mount.Find("env")?.Value)?.Value ?? "";
}
