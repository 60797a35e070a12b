using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Lifecycle;

/// <summary>A service that a program of the host provides.</summary>
internal sealed class ComposeProviderRunsHostProgram() : ContainerOptionsRule("HB2107", RuleSeverity.None, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeProviderRunsHostProgram),
        Title = "A program of the host provides a service",
        MessageFormat = "Provider '{0}' makes Compose run a program of that name on the machine of whoever starts {1} '{2}', outside of any container; use only providers that you install on purpose",
        Rationale = """
            A provider is a plug-in of Docker's command line or any program in the path, and it runs with all rights of the person who types 'docker compose up'.
            A file from someone else's repository chooses which one. Names are a suggestion, because the program must be installed already; a path is a warning, because the repository can bring the program along.
            """,
        WhenToIgnore = "When the provider is a plug-in that everyone in the team has installed: name it in the option.",
        CatalogueSlugs = ["compose-provider-runs-host-program"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(829), RuleReference.OwaspDocker("D08")],
        Options = [new RuleOption("allowed_providers", "", "Providers that the team installs, separated by commas.")],
        Violations = [new("compose.yaml", "services:\n  database:\n    provider:\n      type: [|awesomecloud|]\n")],
        Fixed = [new("compose.yaml", "services:\n  assistant:\n    provider:\n      type: model\n      options:\n        model: ai/smollm2\n")],
    };

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        if (container.Provider?.Type is not { Value: not "model" } type || container.RuleOptions.List(this, "allowed_providers").Contains(type.Value, StringComparer.Ordinal))
            yield break;
        yield return Report(type.Location, type.Value, container.Noun, container.Name.Value) with
        {
            AtMost = type.Value.IndexOfAny(['/', '\\']) >= 0 ? RuleSeverity.Warning : RuleSeverity.Suggestion,
        };
    }
}
