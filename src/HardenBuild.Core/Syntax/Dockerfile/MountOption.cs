using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>One field of <c>RUN --mount</c>.</summary>
/// <param name="Key">Lower case.</param>
/// <param name="Value">Null when the field is a key alone, such as <c>ro</c>.</param>
internal sealed record MountOption(string Key, TextSpan KeySpan, DockerfileWord? Value)
{
    public TextSpan Span => Value is null ? KeySpan : TextSpan.FromBounds(KeySpan.Start, Math.Max(KeySpan.End, Value.Span.End));
}
