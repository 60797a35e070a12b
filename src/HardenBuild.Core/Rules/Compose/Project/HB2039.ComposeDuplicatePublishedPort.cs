using HardenBuild.Model.Compose;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>Ports of the host that two services, or one service twice, want for themselves.</summary>
internal sealed class ComposeDuplicatePublishedPort() : ComposeRule("HB2039", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeDuplicatePublishedPort),
        Title = "A port of the host is published twice",
        MessageFormat = "Port {0} of the host is published by service '{1}' and by service '{2}', so only one of them starts; publish another port",
        Rationale = "A port of an address belongs to one container. The second service that publishes it fails to start with 'port is already allocated'.",
        WhenToIgnore = "When the services never run together; give them different profiles then.",
        CatalogueSlugs = ["compose-duplicate-published-port"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["dclint:no-duplicate-exported-ports"],
        ComparedWith = "dclint compares the numbers alone; two protocols, two addresses or two profiles do not collide here. Of a range for a single port Docker takes a free one: a suggestion.",
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    ports: ['8080:80']\n  api:\n    image: example/api:1.2\n    ports: [[|'127.0.0.1:8080:8080'|]]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    ports: ['8080:80', '8080:80/udp']\n  api:\n    image: example/api:1.2\n    ports: ['8081:8080']\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        // In order of their first port, so that only neighbours can overlap.
        var published = new List<Published>();
        foreach (var service in project.Services)
        {
            foreach (var port in service.Options.Ports)
            {
                if (port is { HostPorts: { } host, Protocol: not null } && (!port.HasHostAddress || port.HostAddress is not null))
                    published.Add(new Published(published.Count, service, port, host.Value));
            }
        }

        published.Sort(static (a, b) => a.Host.First != b.Host.First ? a.Host.First.CompareTo(b.Host.First) : a.Order.CompareTo(b.Order));
        var open = new List<Published>();
        foreach (var one in published)
        {
            open.RemoveAll(other => other.Host.Last < one.Host.First);
            if (open.Find(other => other.CollidesWith(one)) is { } other)
                yield return Report(one, other);
            else
                open.Add(one);
        }
    }

    private Finding Report(Published one, Published other)
    {
        var (first, second) = one.Order < other.Order ? (one, other) : (other, one);
        return Report(second.Port.Text.Location, second.Host.ToString(), first.Service.Name.Value, second.Service.Name.Value) with
        {
            LogicalPath = second.Service.LogicalPath,
            AtMost = first.IsChoice || second.IsChoice ? RuleSeverity.Suggestion : RuleSeverity.Error,
            Related = [new RelatedLocation(first.Port.Text.Location, "The other port")],
        };
    }

    private sealed record Published(int Order, ComposeService Service, PublishedPort Port, PortRange Host)
    {
        /// <summary>Docker takes a free port of the range.</summary>
        public bool IsChoice => Host.First != Host.Last && Port.ContainerPorts is { Value: var container } && container.First == container.Last;

        /// <remarks>The other one is known not to end before this one begins.</remarks>
        public bool CollidesWith(Published other) =>
            Host.First <= other.Host.Last && Port.Protocol == other.Port.Protocol && Service.RunsWith(other.Service)
            && (Port.IsOnAllInterfaces || other.Port.IsOnAllInterfaces || Port.HostAddress?.Value == other.Port.HostAddress?.Value)
            && (Port.Mode ?? other.Port.Mode) == (other.Port.Mode ?? Port.Mode);
    }
}
