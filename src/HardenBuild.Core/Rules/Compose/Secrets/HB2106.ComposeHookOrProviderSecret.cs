using HardenBuild.Model.Docker.Containers;
using HardenBuild.Model.Docker.Containers.Secrets;

namespace HardenBuild.Rules.Compose.Secrets;

/// <summary>A secret that stands in a hook, in the options of a provider or in the flags of a model.</summary>
internal sealed class ComposeHookOrProviderSecret() : ContainerOptionsRule("HB2106", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeHookOrProviderSecret),
        Title = "A secret is written into a hook, a provider or a model",
        MessageFormat = "{0} of {1} '{2}' stands in {3}, readable for everyone with the file; use a Compose secret or a variable from outside the repository",
        Rationale = """
            Hooks, programs that provide a service and the programs that run language models are given their settings on command lines and in environment variables.
            A secret among them stays in the history of the repository and is visible in the list of processes.
            """,
        WhenToIgnore = "Throw-away passwords of a developer's own database can stay. In override files and files for development and tests they are suggestions, as are placeholders.",
        CatalogueSlugs = ["compose-hook-or-provider-secret"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(798), RuleReference.OwaspDocker("D06")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    post_start:\n      - command: ./register.sh\n        environment:\n          REGISTRY_PASSWORD: [|kT9.vq27Lm|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    post_start:\n      - command: ./register.sh\n        environment:\n          REGISTRY_PASSWORD: ${REGISTRY_PASSWORD}\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var hook in container.Hooks)
        {
            foreach (var secret in hook.Environment.Select(ContainerSecret.Of).OfType<ContainerSecret>().Concat(CommandSecrets.Find(hook.Words)))
                yield return Report(secret, container, "a hook");
        }

        foreach (var option in container.Provider?.Options ?? [])
        {
            if (ContainerSecret.Of(option) is { } secret)
                yield return Report(secret, container, $"option '{option.Name.Value}' of its provider");
        }

        foreach (var secret in CommandSecrets.Find(container.ModelFlags))
            yield return Report(secret, container, "the flags of its model");
    }

    private Finding Report(ContainerSecret secret, ContainerOptions container, string place) =>
        Report(secret.Location, char.ToUpperInvariant(secret.Kind[0]) + secret.Kind.Substring(1), container.Noun, container.Name.Value, place) with
        {
            AtMost = secret.IsHarmless ? RuleSeverity.Suggestion : RuleSeverity.Warning,
        };
}
