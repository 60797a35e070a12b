using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Values;

/// <summary>A privilege that waits in the values for a branch to be switched on.</summary>
internal sealed class HelmValuesEnablePrivilege() : ChartRule("HB5006", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        if (!chart.Use.IsKnown)
            yield break;
        HashSet<SourceLocation>? rendered = null;
        var isNodeAgent = IsNodeAgent(chart);
        var open = new Stack<(string[] Path, GoMap Map)>();
        open.Push(([], chart.Chart.Values));
        while (open.Count > 0)
        {
            var (path, map) = open.Pop();
            foreach (var entry in map.Entries)
            {
                string[] own = [.. path, entry.Key];
                if (path.Length == 0 && chart.Use.IsForeign(entry.Key))
                    continue;
                if (entry.Value is GoMap inner)
                    open.Push((own, inner));
                // A value that a branch asks for is not printed; what the branch prints is judged where it is rendered.
                if (entry.Value.Origin is not { } origin || !IsUnsafe(entry.Key, entry.Value) || !chart.Use.Tree.Reads(own) || chart.Use.Reads.Exists(read => read.IsTested && read.Path.AsSpan().SequenceEqual(own)))
                    continue;
                if (!(rendered ??= Rendered(chart)).Contains(origin.Location))
                    yield return Report(origin.Location, string.Join(".", own), origin.Location.Source.Substring(origin.Location.Span)) with { AtMost = isNodeAgent ? RuleSeverity.Suggestion : RuleSeverity.Error };
            }
        }
    }

    private static bool IsUnsafe(string key, GoValue value) => (key, value) switch
    {
        ("privileged" or "allowPrivilegeEscalation" or "hostNetwork" or "hostPID" or "hostIPC" or "hostProcess", GoBoolean { Value: true }) => true,
        ("runAsNonRoot", GoBoolean { Value: false }) => true,
        ("runAsUser", GoFloat { Value: 0 }) => true,
        _ => false,
    };

    /// <summary>The values that some scenario prints, which the rules for Kubernetes judge.</summary>
    private static HashSet<SourceLocation> Rendered(ChartModel chart)
    {
        var rendered = new HashSet<SourceLocation>();
        foreach (var scenario in chart.Scenarios)
        {
            foreach (var file in scenario.Rendered.Files)
            {
                foreach (var segment in file.Text.Segments)
                {
                    for (var value = segment.Origin.Value; value is not null; value = value.Next)
                        rendered.Add(value.Location);
                }
            }
        }

        return rendered;
    }

    private static bool IsNodeAgent(ChartModel chart) =>
        chart.Scenarios is [var first, ..] && first.Rendered.Manifests.Any(static manifest => manifest.Head.Kind == "DaemonSet") && !first.Rendered.Manifests.Any(static manifest => manifest.Head.Kind is "Deployment" or "StatefulSet");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(HelmValuesEnablePrivilege),
        Title = "Values hold a privilege for a part that is switched off",
        MessageFormat = "'{0}: {1}' takes effect as soon as somebody switches on the part that prints it; make the safe setting the default",
        Rationale = "Whoever switches on an optional part gets its defaults with it. What is rendered with the values of the repository is reported by the rules for Kubernetes; this rule sees the rest.",
        WhenToIgnore = "When the part cannot work without the privilege.",
        CatalogueSlugs = ["helm-values-enable-privilege"],
        SecuritySeverity = SecuritySeverity.Medium,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1188), RuleReference.OwaspKubernetes("K01:2022")],
        Violations = [new("values.yaml", "debug:\n  enabled: false\n  securityContext:\n    privileged: [|true|]\n") { Beside = [new("templates/debug.yaml", "{{- if .Values.debug.enabled }}\napiVersion: v1\nkind: Pod\nmetadata:\n  name: dotnet-monitor\nspec:\n  containers:\n    - name: monitor\n      image: mcr.microsoft.com/dotnet/monitor:8.0.1\n      securityContext:\n        {{- toYaml .Values.debug.securityContext | nindent 8 }}\n{{- end }}\n")] }],
        Fixed = [new("values.yaml", "debug:\n  enabled: false\n  securityContext:\n    privileged: false\n") { Beside = [new("templates/debug.yaml", "{{- if .Values.debug.enabled }}\napiVersion: v1\nkind: Pod\nmetadata:\n  name: dotnet-monitor\nspec:\n  containers:\n    - name: monitor\n      image: mcr.microsoft.com/dotnet/monitor:8.0.1\n      securityContext:\n        {{- toYaml .Values.debug.securityContext | nindent 8 }}\n{{- end }}\n")] }],
    };
}
