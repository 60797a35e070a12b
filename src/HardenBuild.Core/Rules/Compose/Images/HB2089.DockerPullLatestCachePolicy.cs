using HardenBuild.Model.Docker.Containers;
using HardenBuild.Rules.Kubernetes.Images;

namespace HardenBuild.Rules.Compose.Images;

/// <summary>A moving tag that is taken from the cache.</summary>
internal sealed class DockerPullLatestCachePolicy() : ContainerOptionsRule("HB2089", RuleSeverity.None, RuleSeverity.None)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DockerPullLatestCachePolicy),
        Title = "A moving tag is taken from the cache of the machine",
        MessageFormat = "'{0}' keeps whatever '{1}' was when {2} '{3}' first started on this machine; name a version, or use 'pull_policy: always'",
        Rationale = """
            A tag such as 'latest' moves, but a machine that has the image does not ask for it again: each runs what was new when it started first, without the fixes made since.
            """,
        WhenToIgnore = "When images are loaded onto the machine by other means. The rule is off unless you ask for it; HB2048 reports the moving tag itself.",
        CatalogueSlugs = ["docker-pull-latest-cache-policy"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.28"), RuleReference.DevSec("docker-5.27"), RuleReference.Cwe(1357), RuleReference.OwaspDocker("D02")],
        Options = [new RuleOption("floating_tags", "latest", "Tags that move to every new version, separated by commas.")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:latest\n    pull_policy: [|missing|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    pull_policy: missing\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.PullPolicy is { Value: "never" or "missing" or "if_not_present" } policy && container.Build is null
            && ContainerImage.Read(container) is { } image && FloatingImages.IsFloating(image, container.RuleOptions, this))
        {
            yield return Report(policy.Location, policy.Value, image.Text.Value, container.Noun, container.Name.Value);
        }
    }
}
