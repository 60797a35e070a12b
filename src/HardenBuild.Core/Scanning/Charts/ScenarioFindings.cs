using System.Collections.Immutable;
using HardenBuild.Configuration;
using HardenBuild.Model.Helm;
using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Output;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Charts;

/// <summary>What the rules for Kubernetes say about the objects of one scenario, at the places of the templates.</summary>
/// <param name="known">What was read of files that other scenarios rendered in the same words.</param>
internal sealed class ScenarioFindings(RuleSelection rules, ResultAssembly assembly, OriginLocator locator, Dictionary<(string Path, string Text), ScenarioFindings.ReadFile> known)
{
    private readonly Dictionary<SourceText, TracedText> _texts = [];

    public List<ReportedFinding> Run(Chart chart, ChartScenario scenario)
    {
        var files = new List<FileFindings>();
        var objects = new List<ManifestFile>();
        foreach (var file in scenario.Rendered.Files)
        {
            var read = Read(file);
            files.Add(read.Findings.Copy());
            objects.Add(read.Manifests);
        }

        var set = ManifestSet.Create(objects);
        ManifestSetAnalysis.Run(set, files, rules);
        var ofChart = ReleaseAnalysis.Run(new Release(chart, set, _texts), files, rules);
        var reported = new List<ReportedFinding>();
        foreach (var file in files)
        {
            file.Findings.RemoveAll(static finding => !finding.Rule.KnowsCharts);
            assembly.Add(file, reported);
        }

        var located = new List<ReportedFinding>(reported.Count);
        foreach (var finding in reported)
            located.Add(Locate(finding));
        foreach (var finding in ofChart)
        {
            if (rules.For(finding.Location.Source.Path).SeverityOf(finding) is not RuleSeverity.None and var severity)
                located.Add(new ReportedFinding(finding, severity));
        }

        return located;
    }

    private ReadFile Read(RenderedFile file)
    {
        var key = (file.Template.Path, file.Text.Content);
        if (!known.TryGetValue(key, out var read))
        {
            var (findings, manifests) = ManifestAnalysis.Run(SourceText.From(file.Template.Path, file.Text.Content), rules);
            // Helm's own reading says it better.
            findings.Findings.RemoveAll(static finding => finding.Rule is Rules.Tool.YamlSyntaxError);
            known.Add(key, read = new ReadFile(findings, manifests));
        }

        _texts[read.Findings.Source] = file.Text;
        return read;
    }

    private ReportedFinding Locate(ReportedFinding reported)
    {
        var finding = reported.Finding;
        var (place, related) = locator.Locate(_texts[finding.Location.Source], finding.Location.Span, out var isForeign);
        var all = related.ToBuilder();
        foreach (var other in finding.Related)
        {
            if (!_texts.TryGetValue(other.Location.Source, out var text))
                all.Add(other);
            else if (locator.Locate(text, other.Location.Span, out _).Place is var elsewhere && elsewhere != place && !all.Any(known => known.Location == elsewhere))
                all.Add(new RelatedLocation(elsewhere, other.Message));
        }

        var severity = isForeign && reported.Severity > RuleSeverity.Suggestion ? RuleSeverity.Suggestion : reported.Severity;
        return reported with { Severity = severity, Finding = finding with { Location = place, Related = all.ToImmutable() } };
    }

    /// <summary>A rendered file and what its rules say.</summary>
    internal sealed record ReadFile(FileFindings Findings, ManifestFile Manifests);
}
