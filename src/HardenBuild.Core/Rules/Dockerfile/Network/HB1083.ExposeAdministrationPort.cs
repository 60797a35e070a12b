using System.Globalization;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Network;

/// <summary>EXPOSE names the port of a service for remote administration.</summary>
internal sealed class ExposeAdministrationPort() : DockerfileRule("HB1083", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private const string DefaultPorts = "23, 135, 139, 445, 2375, 2376, 3389, 5800, 5900, 5985, 5986";

    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var chain = new TargetChain(model);
        var ports = PortsOf(model);
        DockerfileWord? reported = null;
        foreach (var exposed in ExposedPort.Of(model))
        {
            var index = ports.FindIndex(exposed.Includes);
            if (index < 0 || exposed.Word == reported || !chain.Holds(exposed.Instruction))
                continue;
            reported = exposed.Word;
            yield return ReportIn(exposed.Instruction.Stage, model.Source.At(exposed.Word.Span), exposed.Word.Value, ServiceOf(ports[index]));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ExposeAdministrationPort),
        Title = "Port for remote administration is exposed",
        MessageFormat = "'{0}' opens {1}, a way into the container that its orchestrator neither guards nor logs; remove it and use 'docker exec' or 'kubectl exec'",
        Rationale = "Services for remote administration are what attackers look for first. A container is administered by its orchestrator, which has its own access control and audit log.",
        WhenToIgnore = "When the image is such a service on purpose: a Docker daemon for builds, a remote desktop, a file server.",
        CatalogueSlugs = ["expose-administration-port"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1327), RuleReference.OwaspDocker("D03")],
        Aliases = ["sonar:S6473"],
        Options = [new RuleOption("ports", DefaultPorts, "Ports that are reported, separated by commas.")],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nEXPOSE 8080 [|3389|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nEXPOSE 8080\nUSER $APP_UID\n")],
        ComparedWith = "The port of SSH has a rule of its own, HB1082. Stages that do not become the image expose nothing and are accepted.",
    };

    private List<int> PortsOf(DockerfileModel model)
    {
        var configured = model.Options.List(this, "ports");
        var ports = new List<int>();
        foreach (var text in configured.Count > 0 ? configured : DefaultPorts.Split(','))
        {
            if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
                ports.Add(port);
        }

        return ports;
    }

    private static string ServiceOf(int port) => port switch
    {
        23 => "Telnet",
        135 or 139 or 445 => "Windows file and remote procedure services",
        2375 or 2376 => "the API of a Docker daemon",
        3389 => "Remote Desktop",
        5800 or 5900 => "VNC",
        5985 or 5986 => "Windows Remote Management",
        _ => "a service for remote administration",
    };
}
