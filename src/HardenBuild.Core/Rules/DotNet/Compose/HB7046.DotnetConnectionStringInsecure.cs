using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.DotNet.Compose;

/// <summary>A connection string that does not check whom it talks to.</summary>
internal sealed class DotnetConnectionStringInsecure() : ContainerOptionsRule("HB7046", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetConnectionStringInsecure),
        Title = "A connection string does without encryption or certificate",
        MessageFormat = "'{0}' in '{1}' of {2} '{3}' lets anyone on the way read or change what the application and its database say to each other; use a certificate that the application trusts",
        Rationale = """
            TrustServerCertificate=True accepts every certificate, so that whoever is in between can present one. Encrypt=False and SslMode=Disable send passwords and data in the clear,
            and SslMode=Prefer does when the other side asks for it. A private certificate authority can be added to the image.
            """,
        WhenToIgnore = "When the database runs on the same host. A database of the same network, whose name has no dot, is a suggestion, and not reported at all in overrides and files for development and tests.",
        CatalogueSlugs = ["dotnet-connection-string-insecure"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(295), RuleReference.OwaspDocker("D03")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    environment:\n      ASPNETCORE_HTTP_PORTS: 8080\n      ConnectionStrings__Shop: \"Server=sql.example.org;Database=shop;[|TrustServerCertificate=True|]\"\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    environment:\n      ASPNETCORE_HTTP_PORTS: 8080\n      ConnectionStrings__Shop: \"Server=sql.example.org;Database=shop;Encrypt=Strict\"\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var variable in container.Environment)
        {
            if (ConnectionString.Of(variable) is not { } connection || connection.Server is not { } server || server.Contains('$') || ConnectionString.IsLocal(server))
                continue;

            // A name without a dot is a container of the same network.
            var isNear = !server.Contains('.');
            if (isNear && DevelopmentFile.IsForDevelopment(variable.Name.Location.Source.Path))
                continue;
            foreach (var setting in connection.Settings)
            {
                if (IsInsecure(setting.Key, setting.Value))
                {
                    yield return Report(setting.Location, setting.Text, variable.Name.Value, container.Noun, container.Name.Value) with
                    {
                        AtMost = isNear ? RuleSeverity.Suggestion : RuleSeverity.Warning,
                    };
                }
            }
        }
    }

    private static bool IsInsecure(string key, string value) => key switch
    {
        "trustservercertificate" => value is "true" or "yes",
        "encrypt" => value is "false" or "no" or "optional",
        "sslmode" => value is "disable" or "disabled" or "none" or "prefer" or "preferred" or "allow",
        _ => false,
    };
}
