using HardenBuild.Model.Aspire;
using HardenBuild.Model.Docker.Containers.Secrets;

namespace HardenBuild.Rules.Aspire;

/// <summary>An app host passes a secret to an image build as a build argument.</summary>
internal sealed class AspireBuildArgSecret() : AppHostRule("HB7064", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AspireBuildArgSecret),
        Title = "A secret is passed to an image build as a build argument",
        MessageFormat = "Build argument '{0}' stays in the history of the image, where 'docker history' shows it; pass it with 'WithBuildSecret' and mount it with 'RUN --mount=type=secret'",
        Rationale = "Build arguments are part of the image's metadata, in every registry and on every machine that pulls it. A build secret is there for the one RUN that mounts it, and in no layer.",
        WhenToIgnore = "When the name only sounds like a secret: a public key, a version, a path.",
        CatalogueSlugs = ["aspire-build-arg-secret"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(522), RuleReference.OwaspDocker("D06")],
        Violations =
        [
            new("AppHost.cs", "var builder = DistributedApplication.CreateBuilder(args);\nvar token = builder.AddParameter(\"feed-token\", secret: true);\nbuilder.AddDockerfile(\"web\", \"../web\").WithBuildArg([|\"FEED_TOKEN\"|], token);\n"),
        ],
        Fixed =
        [
            new("AppHost.cs", "var builder = DistributedApplication.CreateBuilder(args);\nvar token = builder.AddParameter(\"feed-token\", secret: true);\nbuilder.AddDockerfile(\"web\", \"../web\").WithBuildSecret(\"FEED_TOKEN\", token);\n"),
        ],
    };

    protected override IEnumerable<Finding> Inspect(AppHostCall call)
    {
        if (call.Method != "WithBuildArg" || call.Find("name") is not { Text: { } name } argument || !ContainerSecret.IsSecretName(name))
            yield break;

        // A literal that is a secret is reported itself; one that is none tells that the name misleads.
        if (call.Find("value") is { Text: null })
            yield return Report(argument.Location, name);
    }
}
