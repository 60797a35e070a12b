using HardenBuild.Model.Helm;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Text;

namespace HardenBuild.Rules.Helm.Rendering;

/// <summary>A rule that says why a part of a chart does not render: each cause once, at its place, with the way there.</summary>
internal abstract class ChartErrorRule(string id, RuleSeverity severity) : ChartRule(id, severity, severity)
{
    private const int LongestMessage = 300;

    public override IEnumerable<Finding> Analyze(ChartModel chart)
    {
        var seen = new HashSet<SourceLocation>();
        foreach (var error in chart.LoadErrors)
        {
            if (IsAbout(error) && seen.Add(error.Location))
                yield return Report(error);
        }

        foreach (var scenario in chart.Scenarios)
        {
            Finding? asksForValues = null;
            foreach (var error in scenario.Rendered.Errors)
            {
                if (!IsAbout(error) || !seen.Add(error.Location))
                    continue;
                var finding = Report(error) with { OnlyWith = scenario.IsDefault ? [] : [scenario.Name], AtMost = AtMost(error, scenario) };
                if (!scenario.IsDefault || !AsksForValues(error))
                    yield return finding;
                else
                    asksForValues = asksForValues is null ? finding : asksForValues with { Related = asksForValues.Related.Add(new RelatedLocation(error.Location, "Fails too")) };
            }

            // Values that are missing are missing in many places, and are one cause.
            if (asksForValues is not null)
                yield return asksForValues;
        }
    }

    /// <summary>Whether the chart only wants values that somebody gives at its installation.</summary>
    protected virtual bool AsksForValues(ChartError error) => false;

    protected abstract bool IsAbout(ChartError error);

    /// <summary>The most that the circumstances deserve.</summary>
    protected virtual RuleSeverity AtMost(ChartError error, ChartScenario scenario) => scenario.IsTrial ? RuleSeverity.Suggestion : RuleSeverity.Error;

    private Finding Report(ChartError error) => Report(error.Location, Shortened(error.Reason)) with
    {
        Related = [.. error.Includes.Select(static place => new RelatedLocation(place, "Included here"))],
    };

    // What a template says may be long, and over several lines.
    private static string Shortened(string reason)
    {
        var line = reason.Replace("\r", "").Replace("\n", " ").Trim().TrimEnd('.');
        return line.Length <= LongestMessage ? line : line.Remove(LongestMessage) + "...";
    }
}
