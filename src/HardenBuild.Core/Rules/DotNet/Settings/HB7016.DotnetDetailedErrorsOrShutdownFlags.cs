using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.DotNet.Settings;

/// <summary>The image makes the application show details of errors or log everything.</summary>
internal sealed class DotnetDetailedErrorsOrShutdownFlags() : DockerfileRule("HB7016", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var variable in ProductionImage.Environment(model))
        {
            if (variable.Value.Text is { } value && EffectOf(variable.Name, value.Text) is { } effect)
                yield return ReportIn(model.TargetStage!, ProductionImage.LocationOf(model, variable), $"{variable.Name}={value.Text}", effect);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetDetailedErrorsOrShutdownFlags),
        Title = "Image switches on detailed errors or verbose logs",
        MessageFormat = "'{0}' {1}; remove it and set it for the time of a diagnosis only",
        Rationale = "Messages of exceptions hold connection strings, paths and data of users. In an image the setting is on everywhere, and nobody remembers to switch it off.",
        WhenToIgnore = "When the image is never deployed; a stage or file named 'dev', 'debug' or 'test' is accepted without a comment.",
        CatalogueSlugs = ["dotnet-detailed-errors-or-shutdown-flags"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(209), RuleReference.OwaspDocker("D10")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV ASPNETCORE_DETAILEDERRORS=[|true|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
    };

    private static string? EffectOf(string name, string value)
    {
        var upper = name.ToUpperInvariant();
        if (upper is "ASPNETCORE_DETAILEDERRORS" or "DOTNET_DETAILEDERRORS" or "DETAILEDERRORS")
            return value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase) ? "shows what went wrong inside to every visitor" : null;
        var isLevel = upper.StartsWith("LOGGING__", StringComparison.Ordinal) && upper.Contains("LOGLEVEL__", StringComparison.Ordinal);
        return isLevel && (value.Equals("Trace", StringComparison.OrdinalIgnoreCase) || value.Equals("Debug", StringComparison.OrdinalIgnoreCase))
            ? "writes everything, requests and data of users among it, to the logs"
            : null;
    }
}
