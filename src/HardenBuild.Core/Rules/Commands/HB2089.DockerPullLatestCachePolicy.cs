using HardenBuild.Model.Docker.Carriers;
using HardenBuild.Model.Docker.Commands;

namespace HardenBuild.Rules.Commands;

/// <summary>A floating tag is taken from the cache.</summary>
internal sealed class DockerPullLatestCachePolicy() : EngineCommandRule("HB2089", RuleSeverity.None, RuleSeverity.None)
{
    protected override IEnumerable<Finding> Inspect(EngineCommand command)
    {
        if (command.StartsContainer && command.Invocation.OptionValue("--pull") is null && command.Invocation.FindOption("--pull") is null
            && command.Invocation.Operands is [{ Value: { } image } word, ..] && FloatingImage.Is(image))
            yield return Report(command.Source.At(word.Span), image);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DockerPullLatestCachePolicy),
        Title = "A floating tag is taken from the cache",
        MessageFormat = "'{0}' is taken from the cache of the machine, however old that is; use a version or a digest, or add '--pull always'",
        Rationale = "docker run pulls an image only when the machine has none of that name. With a tag that moves, each machine runs what it happened to pull first, security fixes or not.",
        WhenToIgnore = "When images are pulled by something else before.",
        CatalogueSlugs = ["docker-pull-latest-cache-policy"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("5.28"), RuleReference.DevSec("docker-5.27"), RuleReference.Cwe(1357), RuleReference.OwaspDocker("D02")],
        Violations =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker run --rm [|example/web:latest|]

                """),
        ],
        Fixed =
        [
            new("deploy.sh", """
                #!/bin/sh
                docker run --rm --pull always example/web:latest
                docker run --rm example/web:1.2

                """),
        ],
    };
}
