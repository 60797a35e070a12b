using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>An instruction's line with its continuations joined.</summary>
/// <param name="End">Offset just past the last character that belongs to it, a trailing escape character included.</param>
/// <param name="Next">Offset of the physical line that follows.</param>
internal sealed record LogicalLine(LogicalText Text, int End, int Next, ImmutableArray<TextSpan> EmptyLines);
