using HardenBuild.Model.Compose;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>A container name has characters that Docker does not accept.</summary>
internal sealed class ComposeContainerNameInvalid() : ComposeRule("HB2041", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeContainerNameInvalid),
        Title = "A container name has characters that Docker does not accept",
        MessageFormat = "Docker refuses the container name '{0}' of service '{1}'; begin with a letter or digit and go on with letters, digits, '_', '.' and '-'",
        Rationale = """
            Docker accepts letters, digits, '_', '.' and '-' in names of containers, and no name of a single character. The service never starts with another one.
            """,
        WhenToIgnore = "Never: such a container cannot be created.",
        CatalogueSlugs = ["compose-container-name-invalid"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["dclint:service-container-name-regex"],
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    container_name: [|web@1|]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    container_name: web-1\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var service in project.Services)
        {
            if (service.Syntax["container_name"]?.Text is { } name && !IsValid(name.Value))
                yield return Report(name.Location, name.Value, service.Name.Value) with { LogicalPath = service.LogicalPath };
        }
    }

    // moby, daemon/names: [a-zA-Z0-9][a-zA-Z0-9_.-]+
    private static bool IsValid(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            var isAlphanumeric = name[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
            if (!isAlphanumeric && (i == 0 || name[i] is not ('_' or '.' or '-')))
                return false;
        }

        return name.Length > 1;
    }
}
