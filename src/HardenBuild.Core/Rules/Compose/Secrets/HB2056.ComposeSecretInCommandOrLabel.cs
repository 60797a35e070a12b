using HardenBuild.Model.Docker.Containers;
using HardenBuild.Model.Docker.Containers.Secrets;

namespace HardenBuild.Rules.Compose.Secrets;

/// <summary>A secret that stands in a command, a health check or a label.</summary>
internal sealed class ComposeSecretInCommandOrLabel() : ContainerOptionsRule("HB2056", RuleSeverity.Warning, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeSecretInCommandOrLabel),
        Title = "A secret is written into a command or a label",
        MessageFormat = "{0} of {1} '{2}' stands in {3}, readable for everyone with the file, for 'docker inspect' and in the list of processes; use a Compose secret or a variable from outside the repository",
        Rationale = """
            The command line of a process is visible to every other process of the container and of the host, and it stays in the history of the repository.
            A health check runs with its password every few seconds; labels are read by every tool that looks at containers. Most programs read a password from a file or from the environment.
            """,
        WhenToIgnore = "Throw-away passwords of a developer's own database can stay. In override files and files for development and tests they are suggestions, as are placeholders.",
        CatalogueSlugs = ["compose-secret-in-command-or-label"],
        IsAboutSecretValue = true,
        SecuritySeverity = SecuritySeverity.High,
        Precision = RulePrecision.Medium,
        References = [RuleReference.Cwe(214), RuleReference.OwaspDocker("D06")],
        Violations = [new("compose.yaml", "services:\n  cache:\n    image: redis:8\n    command: redis-server --requirepass [|kT9.vq27Lm|]\n")],
        Fixed = [new("compose.yaml", "services:\n  cache:\n    image: redis:8\n    command: redis-server --requirepass ${REDIS_PASSWORD}\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var secret in CommandSecrets.Find(container.CommandWords))
            yield return Report(secret, container, "its command");
        if (container.Healthcheck is { } healthcheck)
        {
            foreach (var secret in CommandSecrets.Find(healthcheck.Test))
                yield return Report(secret, container, "its health check");
        }

        foreach (var label in container.Labels)
        {
            if (ContainerSecret.Of(label) is { } secret)
                yield return Report(secret, container, $"label '{label.Name.Value}'");
        }
    }

    private Finding Report(ContainerSecret secret, ContainerOptions container, string place) =>
        Report(secret.Location, char.ToUpperInvariant(secret.Kind[0]) + secret.Kind.Substring(1), container.Noun, container.Name.Value, place) with
        {
            AtMost = secret.IsHarmless ? RuleSeverity.Suggestion : RuleSeverity.Warning,
        };
}
