using System.Collections.Immutable;
using System.Text;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rendering.Helm.Charts;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>Prints a rendered chart as <c>helm template</c> does.</summary>
/// <remarks>Helm's pkg/cmd/template.go and pkg/action, renderResources.</remarks>
internal sealed class TemplateOutput(RenderedChart chart, HelmVersion version)
{
    public bool IncludesCustomResources { get; init; }

    public bool SkipsTests { get; init; }

    /// <summary>The text; with patterns only the manifests of templates whose path in the chart matches one.</summary>
    /// <param name="missing">The first pattern that no template matches; the text is empty then.</param>
    public string Print(ImmutableArray<string> patterns, out string? missing)
    {
        missing = null;
        var all = PrintAll();
        return patterns.IsEmpty ? all : PrintOnly(all, patterns, out missing);
    }

    private string PrintAll()
    {
        var text = new StringBuilder();
        if (IncludesCustomResources)
        {
            foreach (var file in chart.CustomResources)
                Append(text, file.Name, file.File.Source.Content);
        }

        foreach (var manifest in chart.Manifests)
        {
            if (!manifest.IsHook)
                Append(text, manifest.File.Name, manifest.Text.Content);
        }

        var installed = text.ToString().Trim();
        text.Clear().Append(installed).Append('\n');
        foreach (var manifest in chart.Manifests)
        {
            if (manifest.IsHook && !(SkipsTests && manifest.IsTest))
                Append(text, manifest.File.Name, manifest.Text.Content);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string content) => text.Append("---\n# Source: ").Append(name).Append('\n').Append(content).Append('\n');

    // Helm splits its own output once more.
    private string PrintOnly(string all, ImmutableArray<string> patterns, out string? missing)
    {
        var documents = ManifestSplitter.Spans(all, version);
        var chosen = new StringBuilder();
        foreach (var written in patterns)
        {
            var pattern = Pattern(written);
            var count = 0;
            foreach (var span in documents)
            {
                var document = all.Substring(span.Start, span.Length);
                if (PathInChart(document) is not { } path || pattern?.IsMatch(path) != true)
                    continue;
                chosen.Append("---\n").Append(document).Append('\n');
                count++;
            }

            if (count == 0)
            {
                missing = written;
                return "";
            }
        }

        missing = null;
        return chosen.ToString();
    }

    private static PathPattern? Pattern(string written)
    {
        // To Go's path.Match two stars are no more than one.
        var text = written.Replace('\\', '/');
        while (text.Contains("**", StringComparison.Ordinal))
            text = text.Replace("**", "*");
        return PathPattern.TryParse(text);
    }

    /// <summary>What the first "# Source: CHART/PATH" of a document says.</summary>
    private static string? PathInChart(string document)
    {
        const string Source = "# Source: ";
        for (var at = document.IndexOf(Source, StringComparison.Ordinal); at >= 0; at = document.IndexOf(Source, at + 1, StringComparison.Ordinal))
        {
            var start = at + Source.Length;
            var slash = document.IndexOf('/', start);
            if (slash <= start)
                continue;
            var end = document.IndexOf('\n', slash);
            if (end < 0)
                end = document.Length;
            if (end > slash + 1)
                return document.Substring(slash + 1, end - slash - 1);
        }

        return null;
    }
}
