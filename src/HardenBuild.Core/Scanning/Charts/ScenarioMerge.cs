using System.Collections.Immutable;
using HardenBuild.Configuration;
using HardenBuild.Model.Helm;
using HardenBuild.Rules;
using HardenBuild.Rules.Tool;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Charts;

/// <summary>Puts the findings of a chart's scenarios together: the same finding once, with the scenarios that it needs.</summary>
/// <param name="index">Tells rules about charts from others in comments.</param>
internal sealed class ScenarioMerge(RuleIndex index)
{
    private readonly Dictionary<(string Rule, string Path, TextSpan Span), Merged> _findings = [];
    private readonly List<ChartScenario> _scenarios = [];

    public void Add(ChartScenario scenario, List<ReportedFinding> findings)
    {
        _scenarios.Add(scenario);
        foreach (var reported in findings)
        {
            var finding = reported.Finding;
            var key = (finding.Rule.Id, finding.Location.Source.Path, finding.Location.Span);
            if (!_findings.TryGetValue(key, out var merged))
                _findings.Add(key, merged = new Merged(reported));
            merged.Add(scenario, reported);
        }
    }

    public IEnumerable<ReportedFinding> Findings()
    {
        foreach (var merged in _findings.Values)
        {
            // A comment that one scenario has no use for may serve another.
            if (merged.First.Finding.Rule is UnusedSuppression && (merged.Scenarios.Count < _scenarios.Count || IsOfChart(merged.First.Finding)))
                continue;
            yield return merged.Result(_scenarios.Count);
        }
    }

    // A comment about the chart itself is rendered too, where nothing answers to it.
    private bool IsOfChart(Finding unused) => index.Find(unused.Arguments[0])?.Category == RuleCategory.Helm;

    /// <summary>A finding and where it occurs.</summary>
    private sealed class Merged(ReportedFinding first)
    {
        public ReportedFinding First { get; private set; } = first;

        public List<ChartScenario> Scenarios { get; } = [];

        public void Add(ChartScenario scenario, ReportedFinding reported)
        {
            if (Scenarios.Count == 0 || Scenarios[Scenarios.Count - 1] != scenario)
                Scenarios.Add(scenario);
            // What one scenario silences and another does not is not silenced.
            if ((First.IsSuppressed && !reported.IsSuppressed) || (First.IsSuppressed == reported.IsSuppressed && reported.Severity > First.Severity))
                First = reported;
        }

        public ReportedFinding Result(int all)
        {
            if (Scenarios.Count == all || Scenarios[0].IsDefault)
                return First;
            var names = Scenarios.Select(static scenario => scenario.Name).ToImmutableArray();
            var severity = First.Severity > RuleSeverity.Suggestion && Scenarios.TrueForAll(static scenario => scenario.IsTrial) ? RuleSeverity.Suggestion : First.Severity;
            return First with { Severity = severity, Finding = First.Finding with { OnlyWith = names } };
        }
    }
}
