using System.Collections.Immutable;
using HardenBuild.Model.Helm;
using HardenBuild.Model.Helm.Use;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Rules.Helm.Values;

/// <summary>A value that templates and values spell differently.</summary>
internal sealed class HelmValueMisspelled() : ChartRule("HB5019", RuleSeverity.Warning, RuleSeverity.Warning)
{
    private const int ShortestName = 5;

    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        foreach (var (read, path, member) in Pairs(chart))
        {
            yield return Report(read.Location, string.Join(".", read.Path), string.Join(".", path)) with
            {
                Related = [new RelatedLocation(member.KeyLocation, "Nothing reads this one")],
            };
        }
    }

    /// <summary>Values that templates name and nothing defines, with keys beside them that nothing reads and that are spelled nearly the same.</summary>
    internal static IEnumerable<(ValueRead Read, ImmutableArray<string> Path, YamlMember Member)> Pairs(ChartModel chart)
    {
        if (chart.Chart.ValuesFile is not { } file || !chart.Use.IsKnown)
            yield break;
        var unread = ValueKeys.Unread(file.Source, chart.Use).ToList();
        if (unread.Count == 0)
            yield break;
        foreach (var read in chart.Use.Undefined())
        {
            foreach (var (path, member) in unread)
            {
                if (path.Length == read.Path.Length && path.AsSpan(0, path.Length - 1).SequenceEqual(read.Path.AsSpan(0, path.Length - 1)) && AreNear(path[path.Length - 1], read.Path[path.Length - 1]))
                    yield return (read, path, member);
            }
        }
    }

    private static bool AreNear(string a, string b) =>
        a.Equals(b, StringComparison.OrdinalIgnoreCase) || (Math.Min(a.Length, b.Length) >= ShortestName && IsOneEdit(a, b));

    /// <summary>One letter inserted, deleted or replaced, or two neighbours exchanged.</summary>
    private static bool IsOneEdit(string a, string b)
    {
        if (a.Length > b.Length)
            (a, b) = (b, a);
        if (b.Length - a.Length > 1)
            return false;
        var start = 0;
        while (start < a.Length && a[start] == b[start])
            start++;
        var end = 0;
        while (end < a.Length - start && a[a.Length - 1 - end] == b[b.Length - 1 - end])
            end++;
        var (restOfA, restOfB) = (a.Length - start - end, b.Length - start - end);
        return (restOfA <= 1 && restOfB <= 1) || (restOfA == 2 && restOfB == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmValueMisspelled),
        Title = "Template and values spell a value differently",
        MessageFormat = "No values file defines '{0}', and no template reads '{1}'; spell them the same",
        Rationale = "Helm prints an empty text for a value that is absent and ignores one that nothing reads, so that a slip of the pen is only noticed in production.",
        WhenToIgnore = "Never: one of the two is wrong.",
        CatalogueSlugs = ["helm-value-misspelled"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  ASPNETCORE_ENVIRONMENT: {{ [|.Values.enviroment|] | quote }}\n") { Beside = [new("values.yaml", "environment: Production\n")] }],
        Fixed = [new("templates/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  ASPNETCORE_ENVIRONMENT: {{ .Values.environment | quote }}\n") { Beside = [new("values.yaml", "environment: Production\n")] }],
    };
}
