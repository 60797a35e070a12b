using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.DotNet.Compose;

/// <summary>A developer's secrets in a file that is not for development.</summary>
internal sealed class DotnetVsUserSecretsVolumeInBaseCompose() : ContainerOptionsRule("HB7048", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DotnetVsUserSecretsVolumeInBaseCompose),
        Title = "A developer's secrets are mounted outside of an override file",
        MessageFormat = "'{0}' gives {1} '{2}' the secrets of whoever starts it, in a file that deployments use as well; move the volume to 'compose.override.yaml'",
        Rationale = """
            Visual Studio mounts the folders of user secrets and of the development certificate, so that debugging in a container works. Compose merges compose.override.yaml on the developer's machine only.
            In the base file the volume is made on servers too, as an empty folder at best, and someone's personal secrets at worst.
            """,
        WhenToIgnore = "When the file is only ever used by developers.",
        CatalogueSlugs = ["dotnet-vs-user-secrets-volume-in-base-compose"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(538), RuleReference.OwaspDocker("D06")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    environment:\n      ASPNETCORE_HTTP_PORTS: 8080\n    volumes:\n      - [|${APPDATA}/Microsoft/UserSecrets|]:/home/app/.microsoft/usersecrets:ro\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    environment:\n      ASPNETCORE_HTTP_PORTS: 8080\n    volumes:\n      - ./settings:/app/settings:ro\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var mount in container.Mounts)
        {
            if (mount.Written is { } written && IsOfDeveloper(written.Value.Replace('\\', '/')) && !DevelopmentFile.IsForDevelopment(written.Location.Source.Path))
                yield return Report(written.Location, written.Value, container.Noun, container.Name.Value);
        }
    }

    private static bool IsOfDeveloper(string path) =>
        path.Contains("microsoft/usersecrets", StringComparison.OrdinalIgnoreCase) || path.Contains("asp.net/https", StringComparison.OrdinalIgnoreCase) || path.Contains(".aspnet/https", StringComparison.OrdinalIgnoreCase);
}
