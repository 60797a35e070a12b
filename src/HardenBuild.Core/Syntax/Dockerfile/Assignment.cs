using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>One assignment of ENV, LABEL or ARG.</summary>
/// <param name="Value">Null for an <c>ARG</c> without default.</param>
/// <param name="IsLegacy">Written with a blank instead of <c>=</c>.</param>
internal sealed record Assignment(DockerfileWord Key, DockerfileWord? Value, bool IsLegacy)
{
    /// <summary>The key after quote removal.</summary>
    public string Name => Key.Value;

    public TextSpan Span => Value is null ? Key.Span : TextSpan.FromBounds(Key.Span.Start, Math.Max(Key.Span.End, Value.Span.End));
}
