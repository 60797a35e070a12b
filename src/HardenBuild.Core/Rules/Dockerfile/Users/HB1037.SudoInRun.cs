using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Users;

/// <summary>RUN executes sudo.</summary>
internal sealed class SudoInRun() : DockerfileRule("HB1037", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var command in model.Commands)
        {
            if (command.Instruction.Syntax.Kind != InstructionKind.Run)
                continue;
            var places = command.Invocations.Select(SudoOf).OfType<TextSpan>().Distinct().Select(model.Source.At).ToList();
            if (places.Count > 0)
                yield return ReportIn(command.Instruction.Stage, places[0]) with { Related = RepeatedPlaces.AfterFirst(places, "Here too") };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(SudoInRun),
        Title = "RUN uses sudo",
        MessageFormat = "'sudo' changes the user behind the builder's back and leaves a way to become root in the image; remove it, and set 'USER root' before steps that need root",
        Rationale = "Steps of a build run as root unless USER says otherwise, so sudo does nothing there. Where it does something, the image carries sudo and a rule that lets its user become root.",
        WhenToIgnore = "When the image is a development container whose user is meant to become root.",
        CatalogueSlugs = ["sudo-in-run"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(250), RuleReference.OwaspDocker("D01")],
        Aliases =
        [
            "hadolint:DL3004", "trivy:DS-0010", "checkov:CKV2_DOCKER_1", "kics:run_using_sudo", "semgrep:no-sudo-in-dockerfile", "dockle:DKL-DI-0001",
        ],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN [|sudo|] apt-get update\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update\nUSER $APP_UID\n")],
        ComparedWith = "Only the command counts: installing the package 'sudo' or writing below '/etc/sudoers.d' is not reported, sudo in exec form, heredocs and 'sh -c' is.",
    };

    private static TextSpan? SudoOf(Invocation invocation)
    {
        foreach (var wrapper in invocation.Wrappers)
        {
            if (wrapper.Name == "sudo")
                return wrapper.Span;
        }

        return invocation.Is("sudo") ? invocation.NameWord.Span : null;
    }
}
