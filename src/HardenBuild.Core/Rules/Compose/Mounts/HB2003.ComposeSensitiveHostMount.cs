using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Mounts;

/// <summary>A bind mount of a folder that holds the host's configuration, programs or devices.</summary>
internal sealed class ComposeSensitiveHostMount() : ContainerOptionsRule("HB2003", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeSensitiveHostMount),
        Title = "A container sees a sensitive folder of the host",
        MessageFormat = "'{0}' of the host is mounted into {1} '{2}', so a break-in there reads or changes the host itself; mount the one file or folder of your own that is needed",
        Rationale = """
            The root folder, /etc, /proc, /dev, /usr and their like hold the host's passwords, programs, devices and kernel settings.
            A container that can write there can take over the host; one that can only read there still learns its secrets.
            """,
        WhenToIgnore = "Monitoring agents read /proc and /sys of the host on purpose: mount them read-only and suppress the finding for that service. Single public files such as /etc/localtime are not reported when they are read-only.",
        CatalogueSlugs = ["compose-sensitive-host-mount", "docker-run-insecure-flags", "github-container-engine-socket", "quadlet-engine-socket-or-sensitive-volume"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.6"), RuleReference.DevSec("docker-5.5"), RuleReference.Cwe(668), RuleReference.OwaspDocker("D04")],
        Related = ["kics:volume_has_sensitive_host_directory", "dockle:DKL-DI-0002"],
        ComparedWith = "KICS compares the beginnings of paths and so reports every folder below /var and /home; this rule compares whole path segments and knows which of them are sensitive.",
        Violations = [new("compose.yaml", "services:\n  backup:\n    image: example/backup:1\n    volumes:\n      - [|/etc|]:/backup/etc:ro\n")],
        Fixed = [new("compose.yaml", "services:\n  backup:\n    image: example/backup:1\n    volumes:\n      - ./config:/backup/config:ro\n      - /etc/localtime:/etc/localtime:ro\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var mount in container.Mounts)
        {
            if (mount.Kind != MountKind.Bind || mount.Source is not { } source || !SensitiveHostPath.IsSensitive(source.Value) || RuntimeSocket.IsExposedBy(source.Value))
                continue;
            var isPublic = SensitiveHostPath.IsPublic(source.Value);
            if (!isPublic || !mount.IsReadOnly)
            {
                yield return Report(source.Location, source.Value, container.Noun, container.Name.Value) with
                {
                    AtMost = isPublic ? RuleSeverity.Suggestion : RuleSeverity.Error,
                };
            }
        }
    }
}
