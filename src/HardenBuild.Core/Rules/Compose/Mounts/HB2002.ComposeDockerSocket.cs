using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Mounts;

/// <summary>A container that is given the socket of the container runtime.</summary>
internal sealed class ComposeDockerSocket() : ContainerOptionsRule("HB2002", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeDockerSocket),
        Title = "A container is given the socket of the container runtime",
        MessageFormat = "'{0}' gives {1} '{2}' control over the container runtime, which is root on the host; remove it or put a proxy in between that allows only the requests it needs",
        Rationale = """
            Whoever can write to the runtime's socket can start a privileged container that mounts the host's disk, so the socket is root access to the host.
            Mounting it read-only does not help: the flag protects the file, not what is sent through it. A folder that holds the socket gives it away as well.
            """,
        WhenToIgnore = "A reverse proxy or a monitoring agent that must list containers can talk to a socket proxy instead. Suppress the finding for that proxy, and only there; known proxy images are reported as a suggestion.",
        CatalogueSlugs = ["compose-docker-socket", "docker-run-insecure-flags", "devcontainer-engine-socket", "github-container-engine-socket", "quadlet-engine-socket-or-sensitive-volume"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("5.32"), RuleReference.DevSec("docker-5.31"), RuleReference.Cwe(269), RuleReference.OwaspDocker("D04")],
        Aliases = ["kics:docker_socket_mounted_in_container", "semgrep:exposing-docker-socket-volume"],
        Violations = [new("compose.yaml", "services:\n  ci:\n    image: example/ci:1\n    volumes:\n      - \"[|/var/run/docker.sock|]:/var/run/docker.sock:ro\"\n")],
        Fixed = [new("compose.yaml", "services:\n  ci:\n    image: example/ci:1\n    environment:\n      BUILD_SERVICE: https://builds.example.org\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        var atMost = container.Image is { } image && RuntimeSocket.IsProxy(image.Value) ? RuleSeverity.Suggestion : RuleSeverity.Error;
        foreach (var mount in container.Mounts)
        {
            if (mount.Kind != MountKind.Volume && mount.Source is { } source && RuntimeSocket.IsExposedBy(source.Value))
                yield return Report(source.Location, source.Value, container.Noun, container.Name.Value) with { AtMost = atMost };
        }

        if (container.UsesApiSocket is { Value: true } usesApiSocket)
            yield return Report(usesApiSocket.Location, "use_api_socket: true", container.Noun, container.Name.Value) with { AtMost = atMost };
    }
}
