using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.Restore;

/// <summary>NuGet is told not to check the signatures of packages, or not whether certificates were revoked.</summary>
internal sealed class DotnetNugetSignatureVerificationDisabled() : DockerfileRule("HB7024", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not AssignmentInstruction { Kind: InstructionKind.Env or InstructionKind.Arg } assignments)
                continue;
            foreach (var assignment in assignments.Assignments)
            {
                if (assignment.Value is { } word && IsDisabled(assignment.Name, model.Expand(word, instruction.State).Text))
                    yield return Limited(instruction.Stage, ReportIn(instruction.Stage, model.Source.At(assignment.Span), $"{assignment.Name}={word.Value}"));
            }
        }

        foreach (var command in DotnetCommand.Of(model))
        {
            foreach (var assignment in command.Invocation.Environment)
            {
                if (IsDisabled(assignment.Name, assignment.Value))
                    yield return Limited(command.Stage, ReportIn(command.Stage, model.Source.At(assignment.Span), $"{assignment.Name}={assignment.Value}"));
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetNugetSignatureVerificationDisabled),
        Title = "NuGet does not check signatures of packages",
        MessageFormat = "'{0}' lets restore accept packages whose signature is wrong or whose certificate was revoked; remove it",
        Rationale = "The signature of the repository shows that a package is the one that was published. Without the check a feed or proxy that was taken over can hand out changed packages.",
        WhenToIgnore = "When the build has no way to the servers that answer for certificates, and packages come from a feed of your own that checks them.",
        CatalogueSlugs = ["dotnet-nuget-signature-verification-disabled"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(347), RuleReference.OwaspDocker("D08")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nENV [|DOTNET_NUGET_SIGNATURE_VERIFICATION=false|]\nRUN dotnet restore\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nRUN dotnet restore\n")],
    };

    private static bool IsDisabled(string name, string? value) => name.ToUpperInvariant() switch
    {
        "DOTNET_NUGET_SIGNATURE_VERIFICATION" => value is not null && value.Equals("false", StringComparison.OrdinalIgnoreCase),
        "NUGET_CERT_REVOCATION_MODE" => value is not null && value.Equals("offline", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>On Linux whether signatures are checked by default depends on the SDK.</summary>
    private static Finding Limited(DockerfileStage stage, Finding finding) =>
        stage.OperatingSystem == ContainerOperatingSystem.Windows ? finding : finding with { AtMost = RuleSeverity.Suggestion };
}
