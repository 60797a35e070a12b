using HardenBuild.Model.Helm;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Metadata;

/// <summary>A lock file that holds something else than what is wanted.</summary>
internal sealed class HelmDependencyLockStale() : ChartRule("HB5032", RuleSeverity.Suggestion, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        var path = chart.Folder.Length == 0 ? "Chart.lock" : chart.Folder + "/Chart.lock";
        // A range without a lock file is the business of the rule about floating versions.
        if (chart.Files.Read(path) is not { } source || YamlFile.Parse(source).Documents is not [{ Root: { } root }, ..] || root.AsMapping is not { } fields)
            yield break;
        var locked = new ManifestFields(fields).Objects("dependencies");
        foreach (var (dependency, _) in ChartFields.Dependencies(chart))
        {
            if (dependency.Repository.Length == 0 || dependency.Repository.StartsWith("file:", StringComparison.Ordinal))
                continue;
            var entries = locked.Where(entry => new ManifestFields(entry).Text("name").Is(dependency.Name)).ToList();
            if (entries.Count == 0)
                yield return Report(dependency.Location, dependency.Name, "lacks it") with { Related = [new RelatedLocation(source.At(new TextSpan(0, 0)), "The lock file")] };
            else if (!entries.Exists(entry => IsIn(entry, dependency)) && new ManifestFields(entries[0]).Text("version").Known is { } version && entries.TrueForAll(static entry => entry["version"] is YamlScalar text && ChartVersion.IsVersion(text.Value)))
                yield return Report(dependency.Location, dependency.Name, "has version '" + version.Value + "'") with { Related = [new RelatedLocation(version.Location, "Locked here")] };
            else if (!IsAlias(dependency.Repository) && !entries.Exists(entry => entry["repository"] is not YamlScalar text || IsAlias(text.Value) || text.Value.TrimEnd('/') == dependency.Repository.TrimEnd('/')) && new ManifestFields(entries[0]).Text("repository").Known is { } repository)
                yield return Report(dependency.Location, dependency.Name, "takes it from '" + repository.Value + "'") with { Related = [new RelatedLocation(repository.Location, "Locked here")] };
        }
    }

    private static bool IsIn(YamlMapping entry, ChartDependency dependency) =>
        entry["version"] is YamlScalar version && (dependency.Version.Length == 0 || ChartVersion.IsInRange(version.Value, dependency.Version));

    private static bool IsAlias(string repository) => repository is ['@', ..] || repository.StartsWith("alias:", StringComparison.Ordinal);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmDependencyLockStale),
        Title = "Lock file does not fit the dependencies",
        MessageFormat = "'Chart.yaml' wants another '{0}' than 'Chart.lock', which {1}; run 'helm dependency update'",
        Rationale = "'helm dependency build' refuses a lock file that is out of date, or fetches what nobody asked for any more.",
        WhenToIgnore = "Never: the two files belong together.",
        CatalogueSlugs = ["helm-dependency-lock-stale"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.Cwe(1357)],
        Violations = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - name: [|redis|]\n    version: 20.1.0\n    repository: https://charts.example.com\n") { Beside = [new("Chart.lock", "dependencies:\n- name: redis\n  repository: https://charts.example.com\n  version: 19.0.0\n")] }],
        Fixed = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - name: redis\n    version: 20.1.0\n    repository: https://charts.example.com\n") { Beside = [new("Chart.lock", "dependencies:\n- name: redis\n  repository: https://charts.example.com\n  version: 20.1.0\n")] }],
    };
}
