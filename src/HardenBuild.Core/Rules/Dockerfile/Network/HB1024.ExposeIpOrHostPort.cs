using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Network;

/// <summary>EXPOSE names an address or a port of the host.</summary>
internal sealed class ExposeIpOrHostPort() : DockerfileRule("HB1024", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var (instruction, word, port) in ExposedPorts.Of(model))
        {
            if (port.Contains(':') && !port.Contains(ExpandedWord.Placeholder[0]))
                yield return ReportIn(instruction.Stage, model.Source.At(word.Span), word.Value, port.Substring(port.LastIndexOf(':') + 1));
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ExposeIpOrHostPort),
        Title = "EXPOSE names an address or a port of the host",
        MessageFormat = "'{0}' names an address or a port of the host, which an image cannot choose; write 'EXPOSE {1}' and publish the port when the container is started",
        Rationale = "EXPOSE documents where the container listens. Addresses and ports of the host are given by 'docker run -p', Compose or the orchestrator; in EXPOSE they are ignored today and will be refused.",
        WhenToIgnore = "Never: the part before the last colon has no effect.",
        CatalogueSlugs = ["expose-ip-or-host-port"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["buildkit:ExposeInvalidFormat"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nEXPOSE [|80:8080|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nEXPOSE 8080\nUSER $APP_UID\n")],
    };
}
