using HardenBuild.Model.Compose;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>A service has a network mode and networks.</summary>
internal sealed class ComposeNetworkModeAndNetworks() : ComposeRule("HB2065", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeNetworkModeAndNetworks),
        Title = "A service has a network mode and networks",
        MessageFormat = "Service '{0}' has 'network_mode' and 'networks', which exclude each other; delete one, or reset it in the override with '!reset null'",
        Rationale = """
            With 'network_mode' a service is in no network of the project. Docker Compose refuses a service that asks for both.
            """,
        WhenToIgnore = "Never: Docker Compose refuses the project.",
        CatalogueSlugs = ["compose-network-mode-and-networks"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    [|network_mode|]: none\n    networks: [front]\nnetworks:\n  front:\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    networks: [front]\nnetworks:\n  front:\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var service in project.Services)
        {
            if (service.Syntax.Mapping("networks") is { Members.IsEmpty: false } networks && service.Syntax.Find("network_mode") is { Value.Text: { Value.Length: > 0 } } mode)
            {
                yield return Report(mode.Key.Location, service.Name.Value) with
                {
                    LogicalPath = service.LogicalPath,
                    Related = [new RelatedLocation(networks.Members[0].Key.Location, "The networks")],
                };
            }
        }
    }
}
