using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Network;

/// <summary>Services of a large project that share one network.</summary>
internal sealed class ComposeNetworksMissing() : ContainerOptionsRule("HB2051", RuleSeverity.None, RuleSeverity.None)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeNetworksMissing),
        Title = "All services of a project share one network",
        MessageFormat = "The network of the project is shared by {0}, so a break-in into one of them reaches all others; give those that talk to each other a network of their own",
        Rationale = """
            Compose puts services that name no network into one for the whole project. A break-in into the web server then reaches the database's administration port, and everything else.
            With a network for the front and one for the back only the service in both sees either side.
            """,
        WhenToIgnore = "Small projects where every service talks to every other one. The rule is off unless you ask for it.",
        CatalogueSlugs = ["compose-networks-missing"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.Medium,
        References = [RuleReference.CisDocker("5.30"), RuleReference.DevSec("docker-5.29"), RuleReference.Cwe(653), RuleReference.OwaspDocker("D03")],
        Related = ["kics:networks_not_set"],
        ComparedWith = "KICS reports every service without networks and takes the network of the project for Docker's default bridge.",
        Violations = [new("compose.yaml", "services:\n  [|web|]:\n    image: example/web:1\n  api:\n    image: example/api:1\n  db:\n    image: postgres:17\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1\n    networks: [front]\n  api:\n    image: example/api:1\n    networks: [front, back]\n  db:\n    image: postgres:17\n    networks: [back]\nnetworks:\n  front:\n  back:\n")],
    };

    private const int LargeProject = 3;

    public override IEnumerable<Finding> Analyze(ImmutableArray<ContainerOptions> containers)
    {
        var sharing = containers.Where(container => container is { Networks.IsEmpty: true, NetworkMode: null } && container.IsKnown(ContainerSettings.NetworkMode)).ToList();
        if (sharing.Count < LargeProject)
            yield break;
        yield return Report(sharing[0].Name.Location, ContainerNames.List(sharing)) with
        {
            LogicalPath = sharing[0].LogicalPath,
            Related = [.. sharing.Skip(1).Select(Also)],
        };
    }

    protected override IEnumerable<Finding> Inspect(ContainerOptions container) => [];
}
