using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.DotNet.Secrets;

/// <summary>Settings of developers are copied into the image.</summary>
internal sealed class DotnetDevelopmentAppsettingsInImage() : DockerfileRule("HB7020", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var stage in ProductionImage.Stages(model))
        {
            foreach (var instruction in stage.Instructions)
            {
                if (instruction.Syntax is not FileTransferInstruction transfer)
                    continue;
                foreach (var source in transfer.Sources)
                {
                    if (transfer.HeredocOf(source) is null && IsForDevelopers(model.Expand(source, instruction.State).Text))
                        yield return ReportIn(stage, model.Source.At(source.Span), source.Value);
                }
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetDevelopmentAppsettingsInImage),
        Title = "Settings for development are copied into the image",
        MessageFormat = "'{0}' brings addresses, accounts and switches of developers to production; leave it out of COPY and add it to '.dockerignore'",
        Rationale = "The file is not read in production, but everyone who can pull the image can read it, and it often holds passwords of shared test systems. If the environment is set by mistake, it takes effect.",
        WhenToIgnore = "When the image is for development, or the file holds nothing that outsiders may not know.",
        CatalogueSlugs = ["dotnet-development-appsettings-in-image"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(489), RuleReference.OwaspDocker("D06")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY appsettings.json [|appsettings.Development.json|] /app/\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY appsettings.json /app/\nUSER $APP_UID\n")],
    };

    private static bool IsForDevelopers(string? path)
    {
        var name = path?.Substring(path.LastIndexOfAny(['/', '\\']) + 1).ToLowerInvariant();
        return name is not null && name.StartsWith("appsettings.", StringComparison.Ordinal)
            && (name.EndsWith(".development.json", StringComparison.Ordinal) || name.EndsWith(".local.json", StringComparison.Ordinal));
    }
}
