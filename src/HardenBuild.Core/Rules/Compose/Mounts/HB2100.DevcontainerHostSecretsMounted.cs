using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Mounts;

/// <summary>A container sees the keys of a user.</summary>
internal sealed class DevcontainerHostSecretsMounted() : ContainerOptionsRule("HB2100", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private static readonly string[] s_folders = [".ssh", ".aws", ".azure", ".kube", ".docker", ".gnupg", ".config/gcloud", ".nuget/NuGet.Config", ".nuget/NuGet/NuGet.Config", ".netrc", ".npmrc", ".git-credentials"];

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var mount in container.Mounts)
        {
            if (mount.Kind == MountKind.Bind && mount.Source is { } source && HoldsCredentials(source.Value))
                yield return Report(source.Location, source.Value, container.Noun, container.Name.Value) with { AtMost = mount.IsReadOnly ? RuleSeverity.Suggestion : RuleSeverity.Warning };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DevcontainerHostSecretsMounted),
        Title = "A container sees the credentials of a user of the host",
        MessageFormat = "'{0}' shows {1} '{2}' the keys and credentials of a user of the host; mount the one file that is needed, read-only",
        Rationale = """
            The home folder holds SSH keys, cloud and cluster credentials and the passwords of registries. Whatever runs in the container, a package of the build included, can read them and log in as that user.
            In development containers the editor forwards SSH and Git credentials by itself.
            """,
        WhenToIgnore = "For a container whose purpose needs the credentials, mounted read-only. In development containers the finding is a suggestion.",
        CatalogueSlugs = ["devcontainer-host-secrets-mounted"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.6"), RuleReference.Cwe(668), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new("compose.yaml", """
                services:
                  deploy:
                    image: example/deploy:1.2
                    volumes:
                      - [|/home/build/.aws|]:/root/.aws

                """),
        ],
        Fixed =
        [
            new("compose.yaml", """
                services:
                  deploy:
                    image: example/deploy:1.2
                    volumes:
                      - /home/build/.nuget/packages:/root/.nuget/packages

                """),
        ],
    };

    private static bool HoldsCredentials(string path)
    {
        var text = path.Replace('\\', '/').TrimEnd('/');
        if (text == "~")
            return true;
        var inHome = text.StartsWith("~/", StringComparison.Ordinal) ? text.Substring(2) : InHomeFolder(text);
        return inHome is not null && Array.Exists(s_folders, folder => inHome == folder || (inHome.StartsWith(folder, StringComparison.Ordinal) && inHome[folder.Length] == '/'));
    }

    /// <summary>The part below a user's home; null elsewhere.</summary>
    private static string? InHomeFolder(string path)
    {
        if (!path.StartsWith("/home/", StringComparison.Ordinal) && !path.StartsWith("/Users/", StringComparison.Ordinal))
            return null;
        var slash = path.IndexOf('/', path.IndexOf('/', 1) + 1);
        return slash < 0 ? null : path.Substring(slash + 1);
    }
}
