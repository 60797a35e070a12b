using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Evaluation;

/// <summary>A template that fails while it runs, and with it the render.</summary>
/// <param name="message">The whole message of Go.</param>
/// <param name="reason">Only what went wrong.</param>
/// <param name="location">The failing node, in a file of a chart; null where no template ran.</param>
/// <param name="callers">The calls that led there, the innermost first: each is where <c>include</c>, <c>template</c> or <c>tpl</c> stands.</param>
internal sealed class TemplateExecutionException(string message, string reason, SourceLocation? location, IReadOnlyList<SourceLocation> callers, Exception? inner = null)
    : Exception(message, inner)
{
    public string Reason { get; } = reason;

    public SourceLocation? Location { get; } = location;

    public IReadOnlyList<SourceLocation> Callers { get; } = callers;
}
