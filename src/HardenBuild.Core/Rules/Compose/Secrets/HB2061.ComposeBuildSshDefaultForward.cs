using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Secrets;

/// <summary>A build that may use the SSH agent of whoever starts it.</summary>
internal sealed class ComposeBuildSshDefaultForward() : ContainerOptionsRule("HB2061", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeBuildSshDefaultForward),
        Title = "A build is given the SSH agent of its user",
        MessageFormat = "'{0}' lets the build of {1} '{2}' sign with every key in the SSH agent of whoever starts it; name one key for this purpose ('id=path/to/deploy_key')",
        Rationale = """
            RUN instructions with an SSH mount can use all keys of the agent while they run: those for the private repository, and those for servers and other repositories as well.
            Whatever runs in such an instruction, packages among it, can log in as the person who builds.
            """,
        WhenToIgnore = "When the agent on the build machine holds the one key for this build.",
        CatalogueSlugs = ["compose-build-ssh-default-forward"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(522), RuleReference.OwaspDocker("D06")],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    build:\n      context: .\n      ssh: [[|default|]]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    build:\n      context: .\n      ssh: [deploy=./deploy_key]\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        foreach (var agent in container.Build?.Ssh ?? [])
        {
            if (agent.Value == "default")
                yield return Report(agent.Location, "ssh: default", container.Noun, container.Name.Value);
        }
    }
}
