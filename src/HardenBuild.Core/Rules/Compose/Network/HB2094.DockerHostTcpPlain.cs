using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Rules.Compose.Network;

/// <summary>A Docker client or daemon that talks over TCP without authentication.</summary>
internal sealed class DockerHostTcpPlain() : ContainerOptionsRule("HB2094", RuleSeverity.Error, RuleSeverity.Error)
{
    private const string Scheme = "tcp://";

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DockerHostTcpPlain),
        Title = "Docker is reached over TCP without TLS",
        MessageFormat = "'{0}' reaches Docker without TLS, so everyone on the network can be root on that host; use 'ssh://' or a socket, or verify certificates with {1}",
        Rationale = """
            The Docker API knows no passwords: over plain TCP, usually port 2375, whoever reaches the port can start a privileged container and take over the host.
            Certificates on both sides (DOCKER_TLS_VERIFY, --tlsverify, port 2376) or an SSH connection keep others out.
            """,
        WhenToIgnore = "On localhost and between the containers of one project the port is closed to others, so the finding is a warning there; a socket proxy is a suggestion. Suppress it for Docker in Docker on build agents.",
        CatalogueSlugs = ["docker-host-tcp-plain"],
        SecuritySeverity = SecuritySeverity.Critical,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(306), RuleReference.OwaspDocker("D04")],
        Violations =
        [
            new("compose.yaml", "services:\n  ci:\n    image: example/ci:1\n    environment:\n      DOCKER_HOST: [|tcp://build.example.org:2375|]\n"),
            new("compose.yaml", "services:\n  engine:\n    image: docker:28-dind\n    command: [\"dockerd\", \"-H\", [|\"tcp://0.0.0.0:2375\"|]]\n"),
        ],
        Fixed = [new("compose.yaml", "services:\n  ci:\n    image: example/ci:1\n    environment:\n      DOCKER_HOST: tcp://build.example.org:2376\n      DOCKER_TLS_VERIFY: \"1\"\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        var verifies = container.Environment.Any(variable => variable.Name.Value == "DOCKER_TLS_VERIFY" && variable.Value is not { Value: "" });
        foreach (var variable in container.Environment)
        {
            if (!verifies && variable.Name.Value == "DOCKER_HOST" && variable.Value is { } host && IsTcp(host.Value))
                yield return ReportHost(host.Value, host.Location, "'DOCKER_TLS_VERIFY=1'");
        }

        foreach (var command in container.Commands)
        {
            foreach (var finding in Inspect(command, verifies))
                yield return finding;
        }
    }

    private IEnumerable<Finding> Inspect(ContainerCommand command, bool verifies)
    {
        var invocation = command.Invocation;
        foreach (var assignment in invocation.Environment)
        {
            if (!verifies && assignment.Name == "DOCKER_HOST" && assignment.Value is { } host && IsTcp(host))
                yield return ReportHost(host, command.Source.At(assignment.Span), "'DOCKER_TLS_VERIFY=1'");
        }

        if (!(invocation.Is("docker") || invocation.Is("dockerd")) || invocation.HasLongOption("tlsverify"))
            yield break;
        foreach (var option in invocation.FindOptions("-H", "--host"))
        {
            if (option.Value is { } host && IsTcp(host))
                yield return ReportHost(host, command.Source.At(option.ValueSpan), "'--tlsverify'");
        }
    }

    private Finding ReportHost(string host, SourceLocation location, string remedy) => Report(location, host, remedy) with { AtMost = Severity(host) };

    private static RuleSeverity Severity(string host)
    {
        var name = host.Substring(Scheme.Length).Split('/')[0];
        var colon = name.LastIndexOf(':');
        name = colon > 0 ? name.Substring(0, colon) : name;
        if (name.Contains("proxy", StringComparison.OrdinalIgnoreCase))
            return RuleSeverity.Suggestion;

        // A name without a dot is another container, 'docker' for the one that runs Docker in Docker.
        var isNear = name is "[::1]" || name.StartsWith("127.", StringComparison.Ordinal) || (name.Length > 0 && name[0] != '[' && !name.Contains('.') && colon != 0);
        return isNear ? RuleSeverity.Warning : RuleSeverity.Error;
    }

    private static bool IsTcp(string host) => host.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);
}
