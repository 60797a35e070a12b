using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.DotNet.Settings;

/// <summary>The image sets the environment of the application to Development.</summary>
internal sealed class DotnetAspnetcoreEnvironmentDevelopment() : DockerfileRule("HB7015", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var variable in ProductionImage.Environment(model))
        {
            if (variable.Name.ToUpperInvariant() is "ASPNETCORE_ENVIRONMENT" or "DOTNET_ENVIRONMENT"
                && variable.Value.Text is { } value && value.Text.Equals("Development", StringComparison.OrdinalIgnoreCase))
            {
                yield return ReportIn(model.TargetStage!, ProductionImage.LocationOf(model, variable), variable.Name);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetAspnetcoreEnvironmentDevelopment),
        Title = "Image runs the application in environment Development",
        MessageFormat = "'{0}' is 'Development' in the image, so error pages show source code and settings, and development configuration is loaded; remove it and set it where you develop",
        Rationale = "In Development ASP.NET Core shows stack traces, source lines and request details to every visitor, reads user secrets and 'appsettings.Development.json', and many applications switch off checks. "
            + "Without the variable the environment is Production.",
        WhenToIgnore = "When the image is never deployed; a stage or file named 'dev', 'debug' or 'test' is accepted without a comment.",
        CatalogueSlugs = ["dotnet-aspnetcore-environment-development"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(489), RuleReference.OwaspDocker("D04")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV ASPNETCORE_ENVIRONMENT=[|Development|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n")],
    };
}
