using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Verification;

/// <summary>apt is told to do anything without asking.</summary>
internal sealed class AptForceYes() : DockerfileRule("HB1066", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            foreach (var apt in command.Invocations)
            {
                if (apt.Name is "apt" or "apt-get" or "aptitude" && OptionOf(apt) is { } option)
                    yield return ReportIn(command.Instruction.Stage, model.Source.At(option.Span), option.Name);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AptForceYes),
        Title = "apt is forced to go on whatever happens",
        MessageFormat = "'{0}' also installs packages without a signature, downgrades and removes essential ones; '-y' answers the ordinary questions",
        Rationale = "The option answers yes to the questions that '-y' stops at: unsigned packages, downgrades, removal of packages that the system needs. "
            + "It has been deprecated since apt 1.1 in favour of one option for each of them.",
        WhenToIgnore = "When the base image is too old for the newer options and the packages come from an archive that you control.",
        CatalogueSlugs = ["apt-force-yes"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(347), RuleReference.OwaspDocker("D08")],
        Aliases = ["checkov:CKV2_DOCKER_11"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y [|--force-yes|] libgdiplus\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y libgdiplus\nUSER $APP_UID\n")],
        ComparedWith = "'--allow-downgrades' together with '--allow-remove-essential' is the newer spelling of the same and is reported too.",
    };

    private static CommandOption? OptionOf(Invocation apt)
    {
        if (apt.FindOption("--force-yes") is { } force && !SwitchWords.IsOff(force.Value))
            return force;
        return apt.FindOption("--allow-downgrades") is null ? null : apt.FindOption("--allow-remove-essential");
    }
}
