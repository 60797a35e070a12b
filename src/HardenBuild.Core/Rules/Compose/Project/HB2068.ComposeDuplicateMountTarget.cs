using HardenBuild.Model.Compose;
using HardenBuild.Model.Compose.Merging;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Text;

namespace HardenBuild.Rules.Compose.Project;

/// <summary>Two mounts at one place of a container.</summary>
internal sealed class ComposeDuplicateMountTarget() : ComposeRule("HB2068", RuleSeverity.Error, RuleSeverity.Error)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeDuplicateMountTarget),
        Title = "Two mounts of a service have the same place in the container",
        MessageFormat = "Two mounts of service '{0}' have the place '{1}', so one is lost or Docker Compose refuses the project; delete one or move it",
        Rationale = """
            Only one thing can be mounted at a place. Of two volumes Docker Compose silently takes the last one, so that data goes elsewhere than one of the lines says;
            a volume, tmpfs, secret and config at one place make it refuse the project.
            """,
        WhenToIgnore = "Never: one of the lines has no effect.",
        CatalogueSlugs = ["compose-duplicate-mount-target"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    volumes: [./a:/data]\n    tmpfs: [[|/data/|]]\n")],
        Fixed = [new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    volumes: [./a:/data]\n    tmpfs: [/tmp]\n")],
    };

    public override IEnumerable<Finding> Analyze(ComposeProject project)
    {
        foreach (var service in project.Services)
        {
            var places = new Dictionary<string, SourceLocation>(StringComparer.Ordinal);
            foreach (var (item, target) in Targets(service.Syntax))
            {
                if (!places.TryGetValue(target, out var first))
                {
                    places.Add(target, item.Location);
                    continue;
                }

                yield return Report(item.Location, service.Name.Value, target) with
                {
                    LogicalPath = service.LogicalPath,
                    Related = [new RelatedLocation(first, "The other mount")],
                };
            }
        }
    }

    private static IEnumerable<(ComposeNode Item, string Target)> Targets(ComposeMapping service)
    {
        foreach (var item in service.Items("volumes"))
        {
            if (MergeKeys.Volume(item) is ['/', ..] target)
                yield return (item.AsMapping?["target"] ?? item, target);
        }

        foreach (var item in service.Items("tmpfs"))
        {
            if (item.Text is { Value: ['/', ..] } text)
                yield return (item, Trim(text.Value.Split(':')[0]));
        }

        foreach (var item in service.Items("secrets"))
        {
            if (MergeKeys.Secret(item) is { } target)
                yield return (item.AsMapping?["target"] ?? item, target);
        }

        foreach (var item in service.Items("configs"))
        {
            if (MergeKeys.Config(item) is { } target)
                yield return (item.AsMapping?["target"] ?? item, target);
        }
    }

    private static string Trim(string path) => path.Length > 1 ? path.TrimEnd('/') : path;
}
