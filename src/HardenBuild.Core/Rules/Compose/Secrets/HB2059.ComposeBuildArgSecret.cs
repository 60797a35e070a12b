using HardenBuild.Model.Docker.Containers;
using HardenBuild.Model.Docker.Containers.Secrets;

namespace HardenBuild.Rules.Compose.Secrets;

/// <summary>A build argument that carries a secret.</summary>
internal sealed class ComposeBuildArgSecret() : ContainerOptionsRule("HB2059", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeBuildArgSecret),
        Title = "A secret reaches the build as an argument",
        MessageFormat = "Build argument '{0}' of {1} '{2}' stays readable in the history of the image and in its provenance; pass it as a build secret ('build.secrets' and 'RUN --mount=type=secret')",
        Rationale = """
            The builder records build arguments: 'docker history' and the attestation of provenance show them to everyone who can pull the image, wherever the value came from.
            A secret mount is there for one RUN instruction and leaves nothing behind.
            """,
        WhenToIgnore = "When the name sounds like a secret and the value is none. A value that is written into the file is reported by HB2055.",
        CatalogueSlugs = ["compose-build-arg-secret"],
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(522), RuleReference.OwaspDocker("D06")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    build:\n      context: .\n      args:\n        [|NUGET_TOKEN|]: ${NUGET_TOKEN}\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    build:\n      context: .\n      secrets: [nuget_token]\n      args:\n        TOKEN_URL: ${TOKEN_URL}\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var argument in container.Build?.Arguments ?? [])
        {
            if (ContainerSecret.IsSecretName(argument.Name.Value) && IsFromOutside(argument))
                yield return Report(argument.Name.Location, argument.Name.Value, container.Noun, container.Name.Value);
        }
    }

    /// <summary>Without a value the environment of whoever builds has it; a variable may have a default that is no secret.</summary>
    private static bool IsFromOutside(NamedValue argument) =>
        ContainerSecret.Of(argument) is null && (argument.Literal is not { } literal || (literal.Value.Length == 0 && literal.Location.Source.Substring(literal.Location.Span).Contains('$')));
}
