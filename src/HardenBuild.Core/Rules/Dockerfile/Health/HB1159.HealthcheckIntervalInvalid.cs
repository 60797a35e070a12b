using System.Globalization;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Health;

/// <summary>A time or count of HEALTHCHECK that Docker refuses or that makes no sense.</summary>
internal sealed class HealthcheckIntervalInvalid() : DockerfileRule("HB1159", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not HealthcheckInstruction healthcheck)
                continue;
            foreach (var flag in healthcheck.Flags)
            {
                if (flag.Value is not { } word || word.Value.Contains('$') || ProblemOf(flag.Name, word.Value) is not { } problem)
                    continue;
                yield return ReportIn(instruction.Stage, model.Source.At(word.Span.IsEmpty ? flag.Span : word.Span), flag.ToString(), problem);
            }

            if (Duration(healthcheck, "timeout") is { } timeout && Duration(healthcheck, "interval") is { } interval && timeout > interval && interval > 0)
            {
                var flag = healthcheck.FindFlag("timeout")!;
                yield return ReportIn(instruction.Stage, model.Source.At(flag.Value!.Span), flag.ToString(), "is longer than the interval, so a container that hangs is noticed later than the interval promises; make it shorter")
                    with
                { AtMost = RuleSeverity.Suggestion };
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HealthcheckIntervalInvalid),
        Title = "Times of the health check are not valid",
        MessageFormat = "'{0}' {1}",
        Rationale = "A time without a unit, or one below a millisecond, stops the build. No retry at all is taken for the default of three.",
        WhenToIgnore = "There is no reason to keep it.",
        CatalogueSlugs = ["healthcheck-interval-invalid"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nHEALTHCHECK --interval=[|30|] CMD [\"dotnet\", \"/app/Health.dll\"]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nHEALTHCHECK --interval=30s CMD [\"dotnet\", \"/app/Health.dll\"]\nUSER $APP_UID\n")],
    };

    private static double? Duration(HealthcheckInstruction healthcheck, string flag) => healthcheck.FindFlag(flag)?.Value is { } word ? GoDuration.Parse(word.Value) : null;

    private static string? ProblemOf(string flag, string value) => flag switch
    {
        "interval" or "timeout" or "start-period" or "start-interval" => GoDuration.Parse(value) switch
        {
            null => "is no duration, and the build fails; write a number with its unit, such as 30s or 1m30s",
            // Zero stands for the default.
            not 0 and < 0.001 => "is shorter than Docker allows, and the build fails; write at least 1ms",
            _ => null,
        },
        "retries" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var retries) && retries >= 1
            ? null
            : "is no count of at least one; leave it out for the default of three",
        _ => null,
    };
}
