using HardenBuild.Rendering.Helm.BuiltIns;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>The templates of one render.</summary>
internal sealed class TemplateSession(RenderOptions options, CancellationToken cancellation)
{
    private readonly RenderBudget _budget = new(options.Limits, cancellation);

    /// <summary>Parses a template and makes its named templates known to all others.</summary>
    public IEnumerable<ChartError> Parse(ChartTemplateFile template) => [];

    /// <summary>Whether a template can be run.</summary>
    public bool IsParsed(ChartTemplateFile template) => true;

    /// <summary>Runs a template.</summary>
    /// <returns>Null where it fails; <paramref name="error"/> then says why.</returns>
    public TracedText? Run(ChartTemplateFile template, out ChartError? error)
    {
        error = null;
        return TracedText.Untraced(template.File.Source.Content);
    }
}
