using System.Collections.Concurrent;
using HardenBuild.Rendering.Helm.BuiltIns;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Syntax.GoTemplate;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>The parsed templates of a chart: each is parsed once, for any number of renders. Safe for many threads.</summary>
internal sealed class TemplateCache
{
    private readonly ConcurrentDictionary<(ChartFile File, string Name), GoTemplateFile> _parsed = new();

    public GoTemplateFile Parse(ChartTemplateFile template) =>
        _parsed.GetOrAdd((template.File, template.Name), static key => GoTemplateParser.Parse(key.File.Source, key.Name, TemplateFunctions.All.Contains));
}
