using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Environment;

/// <summary>A service on the network with a terminal.</summary>
internal sealed class ComposeTtyStdinOpen() : ContainerOptionsRule("HB2075", RuleSeverity.None, RuleSeverity.None)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeTtyStdinOpen),
        Title = "A service with ports has a terminal",
        MessageFormat = "'{0}' gives {1} '{2}', which serves a port, a terminal for people; remove it where nobody attaches to it",
        Rationale = """
            A terminal is for people. With a network service it is usually left over from debugging: whoever can attach to the container has a prompt, and control characters end up in the log.
            """,
        WhenToIgnore = "Debuggers and development servers that ask for a terminal need it.",
        CatalogueSlugs = ["compose-tty-stdin-open"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    ports: [\"127.0.0.1:8080:8080\"]\n    tty: [|true|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    tty: true\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.Ports.IsEmpty)
            yield break;
        if (container.HasTerminal is { Value: true } terminal)
            yield return Report(terminal.Location, "tty: true", container.Noun, container.Name.Value);
        else if (container.KeepsInputOpen is { Value: true } input)
            yield return Report(input.Location, "stdin_open: true", container.Noun, container.Name.Value);
    }
}
