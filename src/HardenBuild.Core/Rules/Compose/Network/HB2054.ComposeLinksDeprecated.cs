using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Network;

/// <summary>Containers that are connected by links.</summary>
internal sealed class ComposeLinksDeprecated() : ContainerOptionsRule("HB2054", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeLinksDeprecated),
        Title = "Containers are connected by links",
        MessageFormat = "Link '{0}' of {1} '{2}' is a legacy feature; remove it, services of one network reach each other by name, and give the other an alias if it needs one",
        Rationale = """
            Links come from the time before networks. They copy names and, in the default bridge network, all environment variables of the other container, passwords included.
            In a network of the project every service is reached by its name without them.
            """,
        WhenToIgnore = "When an old image expects the variables that links make.",
        CatalogueSlugs = ["compose-links-deprecated"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    links:\n      - [|db|]\n  db:\n    image: postgres:17\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    depends_on: [db]\n  db:\n    image: postgres:17\n")],
    };

    public override IEnumerable<Finding> Analyze(ImmutableArray<ContainerOptions> containers) =>
        RepeatedPlaces.Join(base.Analyze(containers), "Another link");

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var link in container.Links)
            yield return Report(link.Location, link.Value, container.Noun, container.Name.Value);
    }
}
