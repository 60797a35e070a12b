using HardenBuild.Configuration;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Kubernetes;

/// <summary>Manifests from text to what is reported, suppressions included.</summary>
internal static class ManifestScan
{
    /// <param name="ids">The rules that run beside those about the scan itself; none for all.</param>
    /// <param name="settings">The properties of an <c>.editorconfig</c> for every file.</param>
    public static List<ReportedFinding> Run(string text, string[] ids, string settings = "", RuleMode mode = RuleMode.Default, ClusterTarget? cluster = null)
    {
        var configuration = EditorConfigSet.Create([("/repository", SourceText.From(".editorconfig", "root = true\n[*]\n" + settings))]);
        var selection = new RuleSelection(new SeverityResolver(configuration, mode, "/repository"), [.. ids]) { Cluster = cluster ?? ClusterTarget.Unspecified };
        return new TextScan(selection, useSuppressions: true).Run([new InputText(SourceText.From("a.yaml", text), InputFormat.Kubernetes)], TestContext.Current.CancellationToken);
    }

    /// <summary>What is reported and not silenced, as <c>HB3001@7</c> with the one-based line, sorted.</summary>
    public static IEnumerable<string> Reported(IEnumerable<ReportedFinding> findings) =>
        findings.Where(static finding => !finding.IsSuppressed).Select(Show).Order(StringComparer.Ordinal);

    /// <summary>What is silenced.</summary>
    public static IEnumerable<string> Silenced(IEnumerable<ReportedFinding> findings) =>
        findings.Where(static finding => finding.IsSuppressed).Select(Show).Order(StringComparer.Ordinal);

    private static string Show(ReportedFinding finding) => $"{finding.Finding.Rule.Id}@{finding.Finding.Location.Start.Line + 1}";
}
