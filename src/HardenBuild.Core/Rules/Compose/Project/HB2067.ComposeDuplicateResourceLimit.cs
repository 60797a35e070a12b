using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Tree;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>A service says one limit twice, differently.</summary>
internal sealed class ComposeDuplicateResourceLimit() : ComposeRule("HB2067", RuleSeverity.Error, RuleSeverity.Error)
{
    private static readonly (string Key, string Path)[] Pairs =
    [
        ("cpus", "resources.limits.cpus"),
        ("mem_limit", "resources.limits.memory"),
        ("mem_reservation", "resources.reservations.memory"),
        ("pids_limit", "resources.limits.pids"),
        ("scale", "replicas"),
    ];

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeDuplicateResourceLimit),
        Title = "A service says one limit twice, differently",
        MessageFormat = "'{0}' is {1} but '{2}' is {3} for service '{4}', so Docker Compose refuses the project; keep one of them",
        Rationale = """
            Limits can stand at the service itself and below 'deploy'. Docker Compose refuses a service where both are given with different values.
            """,
        WhenToIgnore = "Never: Docker Compose refuses the project.",
        CatalogueSlugs = ["compose-duplicate-resource-limit"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.High,
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    mem_limit: [|512m|]\n    deploy:\n      resources:\n        limits:\n          memory: 1g\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    mem_limit: 1024m\n    deploy:\n      resources:\n        limits:\n          memory: 1g\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var service in project.Services)
        {
            if (service.Syntax.Mapping("deploy") is not { } deploy)
                continue;
            foreach (var (key, path) in Pairs)
            {
                if (service.Syntax[key] is { } own && At(deploy, path) is { } deployed && Differ(key, own, deployed))
                {
                    yield return Report(own.Location, key, own.Text!.Value.Value, "deploy." + path, deployed.Text!.Value.Value, service.Name.Value) with
                    {
                        LogicalPath = service.LogicalPath,
                        Related = [new RelatedLocation(deployed.Location, "The other value")],
                    };
                }
            }
        }
    }

    private static ComposeNode? At(ComposeMapping deploy, string path)
    {
        ComposeNode? node = deploy;
        foreach (var key in path.Split('.'))
            node = node?.AsMapping?[key];
        return node;
    }

    private static bool Differ(string key, ComposeNode own, ComposeNode deployed) => key is "mem_limit" or "mem_reservation"
        ? own.Bytes is { } a && deployed.Bytes is { } b && a.Value != b.Value
        : own.Number is { } c && deployed.Number is { } d && !c.Value.Equals(d.Value);
}
