using System.Collections.Immutable;
using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.DotNet.Compose;

/// <summary>An application that logs in as the administrator of SQL Server.</summary>
internal sealed class DotnetMssqlSaAccountUsed() : ContainerOptionsRule("HB7047", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetMssqlSaAccountUsed),
        Title = "An application logs in as the administrator of SQL Server",
        MessageFormat = "'{0}' in '{1}' of {2} '{3}' logs in as the administrator of SQL Server, so an injection there owns all databases and may run programs; create a login for the application",
        Rationale = """
            The login sa may do everything on the server: read and drop every database, change other logins, and with xp_cmdshell start programs on it.
            An application needs to read and write its own tables.
            """,
        WhenToIgnore = "Jobs that create databases need the rights; services called after migrations are not reported, nor are overrides and files for development and tests.",
        CatalogueSlugs = ["dotnet-mssql-sa-account-used"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(250), RuleReference.OwaspDocker("D04")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    environment:\n      ASPNETCORE_HTTP_PORTS: 8080\n      ConnectionStrings__Shop: \"Server=sql;Database=shop;[|User Id=sa|];Password=${SA_PASSWORD}\"\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    environment:\n      ASPNETCORE_HTTP_PORTS: 8080\n      ConnectionStrings__Shop: \"Server=sql;Database=shop;User Id=shop;Password=${SHOP_PASSWORD}\"\n")],
    };

    public override IEnumerable<Finding> Analyze(ImmutableArray<ContainerOptions> containers) =>
        RepeatedPlaces.Join(base.Analyze(containers), "Logs in as administrator too");

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.Name.Value.Contains("migrat", StringComparison.OrdinalIgnoreCase) || container.Name.Value.Contains("init", StringComparison.OrdinalIgnoreCase))
            yield break;
        foreach (var variable in container.Environment)
        {
            if (DevelopmentFile.IsForDevelopment(variable.Name.Location.Source.Path) || ConnectionString.Of(variable) is not { } connection)
                continue;
            foreach (var setting in connection.Settings)
            {
                if (setting is { Key: "userid" or "uid" or "user", Value: "sa" })
                    yield return Report(setting.Location, setting.Text, variable.Name.Value, container.Noun, container.Name.Value);
            }
        }
    }
}
