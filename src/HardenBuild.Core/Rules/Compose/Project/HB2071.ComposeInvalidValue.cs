using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Loading;
using HardenBuild.Text;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>Values that Docker Compose does not accept where they stand.</summary>
internal sealed class ComposeInvalidValue() : ComposeRule("HB2071", RuleSeverity.Error, RuleSeverity.Error)
{
    public static ComposeInvalidValue Instance { get; } = new();

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeInvalidValue),
        Title = "A value of a Compose file is not accepted",
        MessageFormat = "{0}",
        Rationale = """
            Docker Compose refuses a project with a value that it cannot read: a duration without a unit, a port above 65535, a dollar sign that begins no variable.
            Some of them only show when a service is created on the server.
            """,
        WhenToIgnore = "When a newer version of Docker Compose accepts the value.",
        CatalogueSlugs = ["compose-invalid-value"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    stop_grace_period: [|'10'|]\n    ports: [[|'80800:80'|]]\n    command: echo [|$|](date)\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    stop_grace_period: 10s\n    ports: ['8080:80']\n    command: echo $$(date)\n")],
    };

    /// <summary>A value that the schema check met.</summary>
    public Finding At(SourceLocation location, string message) => Report(location, message);

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var problem in project.Problems)
        {
            if (Describe(problem) is { } message)
                yield return Report(problem.Location, message) with { Related = problem.Related is { } other ? [new RelatedLocation(other, "The other one")] : [] };
        }

        foreach (var service in project.Services)
        {
            foreach (var finding in Test(service).Concat(Watch(service)).Concat(Devices(service)))
                yield return finding with { LogicalPath = service.LogicalPath };
        }
    }

    private static string? Describe(ComposeProblem problem) => problem.Kind switch
    {
        ComposeProblemKind.CannotOverride => "This value is of another kind than the one that it overrides, so Docker Compose refuses the project; write both in the same form",
        ComposeProblemKind.Conflict => $"'{problem.Name}' is also defined by an included file, so Docker Compose refuses the project; rename one, or change it in an override file",
        _ => null,
    };

    // Compose specification, "healthcheck": the first item of a list says what the others are.
    private IEnumerable<Finding> Test(ComposeService service)
    {
        if (service.Syntax.Mapping("healthcheck") is { } healthcheck && healthcheck.Items("test") is [var first, ..] && first.Text is { Value: not ("CMD" or "CMD-SHELL" or "NONE") } word)
            yield return Report(word.Location, $"The list of a health check begins with 'CMD', 'CMD-SHELL' or 'NONE', not with '{word.Value}'; insert 'CMD'");
    }

    private IEnumerable<Finding> Watch(ComposeService service)
    {
        foreach (var item in service.Syntax.Mapping("develop")?.Items("watch") ?? [])
        {
            if (item.AsMapping is { } watch && watch["action"]?.Text is { Value: "sync" or "sync+restart" or "sync+exec" } action && watch["target"] is null)
                yield return Report(action.Location, $"The action '{action.Value}' needs the 'target' in the container, so Docker Compose refuses the project; add it");
        }
    }

    private IEnumerable<Finding> Devices(ComposeService service)
    {
        var reserved = service.Syntax.Mapping("deploy")?.Mapping("resources")?.Mapping("reservations")?.Items("devices") ?? [];
        foreach (var item in reserved.AddRange(service.Syntax.Items("gpus")))
        {
            if (item.AsMapping is { } device && device["device_ids"] is not null && device.Find("count") is { Value.IsNull: false } count)
                yield return Report(count.Key.Location, "'count' and 'device_ids' exclude each other, so Docker Compose refuses the project; delete one");
        }
    }
}
