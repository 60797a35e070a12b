using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Health;

/// <summary>STOPSIGNAL names no signal, or one that stops nothing in order.</summary>
internal sealed class StopsignalInvalid() : DockerfileRule("HB1151", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not StopsignalInstruction stop || instruction.Stage.OperatingSystem == ContainerOperatingSystem.Windows
                || model.Expand(stop.Signal, instruction.State).Text is not { } signal)
            {
                continue;
            }

            var location = model.Source.At(stop.Signal.Span);
            if (!Signals.IsKnown(signal))
                yield return ReportIn(instruction.Stage, location, signal, "is no signal of Linux, so the build or the stop fails; write SIGTERM or another name from signal(7)");
            else if (Signals.CannotBeHandled(signal))
                yield return ReportIn(instruction.Stage, location, signal, "cannot be handled, so the program has no chance to finish its work; use SIGTERM, or SIGINT or SIGQUIT where the program expects it") with { AtMost = RuleSeverity.Suggestion };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(StopsignalInvalid),
        Title = "Stop signal does not stop the container in order",
        MessageFormat = "'{0}' {1}",
        Rationale = "'docker stop' sends this signal and waits for the program to finish. With a signal that does not exist, or that no program can handle, requests are cut off and data is lost.",
        WhenToIgnore = "When the program has nothing to finish and is meant to be killed.",
        CatalogueSlugs = ["stopsignal-invalid"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nSTOPSIGNAL [|SIGTEM|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nSTOPSIGNAL SIGTERM\nUSER $APP_UID\n")],
    };
}
