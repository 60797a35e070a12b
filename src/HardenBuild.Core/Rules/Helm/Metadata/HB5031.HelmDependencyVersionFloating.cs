using HardenBuild.Model.Docker.Context;
using HardenBuild.Model.Helm;

namespace HardenBuild.Rules.Helm.Metadata;

/// <summary>A dependency that is whatever is newest.</summary>
internal sealed class HelmDependencyVersionFloating() : ChartRule("HB5031", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        foreach (var (dependency, fields) in ChartFields.Dependencies(chart))
        {
            if (dependency.Repository.Length == 0 || dependency.Repository.StartsWith("file:", StringComparison.Ordinal) || !IsFloating(dependency.Version))
                continue;
            var place = ChartFields.Text(fields, "version")?.Location ?? dependency.Location;
            yield return Report(place, dependency.Name, dependency.Version.Length == 0 ? "no version" : dependency.Version) with { AtMost = IsLocked(chart) ? RuleSeverity.Suggestion : RuleSeverity.Error };
        }
    }

    private static bool IsLocked(ChartModel chart) =>
        chart.Files.Find(chart.Folder.Length == 0 ? "Chart.lock" : chart.Folder + "/Chart.lock") == PathKind.File;

    private static bool IsFloating(string range)
    {
        var text = range.Trim();
        if (text.Length == 0 || text is "*" or "x" or "X" or "latest")
            return true;
        if (text.Contains(' ') || text.Contains(',') || text.Contains('|'))
            return false;
        var version = text.TrimStart('^', '~', '=', 'v', '>');
        return text[0] == '>' || !version.Contains('.') || version.EndsWith(".x", StringComparison.OrdinalIgnoreCase) && version.IndexOf('.') == version.LastIndexOf('.');
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmDependencyVersionFloating),
        Title = "Dependency takes whatever version is newest",
        MessageFormat = "The dependency '{0}' has '{1}', so the next 'helm dependency update' takes a release that nobody has looked at; name a version",
        Rationale = "What a range takes changes under the same commit: a broken or hijacked release of the dependency is installed with the next update.",
        WhenToIgnore = "When a lock file is committed and updates are reviewed; the finding is a suggestion then.",
        CatalogueSlugs = ["helm-dependency-version-floating"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspKubernetes("K02:2022")],
        Violations = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - name: redis\n    version: [|\"*\"|]\n    repository: https://charts.example.com\n")],
        Fixed = [new("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - name: redis\n    version: 20.1.0\n    repository: https://charts.example.com\n")],
    };
}
