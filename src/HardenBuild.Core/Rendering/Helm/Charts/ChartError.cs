using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>A part of a chart that cannot be loaded or rendered.</summary>
/// <param name="Kind">What cannot be done.</param>
/// <param name="Location">The smallest text a person would change.</param>
/// <param name="Message">In Helm's words, as <c>helm template</c> prints them after <c>Error:</c>.</param>
internal sealed record ChartError(ChartErrorKind Kind, SourceLocation Location, string Message)
{
    /// <summary>The actions that led to the place, the outermost first; empty outside of templates and in a template of its own.</summary>
    public IReadOnlyList<SourceLocation> Includes { get; init; } = [];

    /// <summary>What is wrong, without the way there that <see cref="Message"/> may hold.</summary>
    public string Reason { get; init; } = Message;
}
