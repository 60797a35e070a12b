using System.Runtime.CompilerServices;

namespace HardenBuild.Text;

/// <summary>What made a stretch of rendered text.</summary>
/// <param name="Place">The literal text, or the smallest action that printed the stretch.</param>
/// <param name="IsVerbatim">The rendered stretch is the text of <paramref name="Place"/> itself, character by character.</param>
/// <param name="Caller">The action that included the template of <paramref name="Place"/>; null in a file of its own.</param>
/// <param name="Value">Where the printed value was written, when it came from somewhere else than the template; null where it did not.</param>
/// <param name="Condition">The values that the control structures around <paramref name="Place"/> tested in its own template; null where they tested none.</param>
/// <remarks>Equal is only what is the same object: comparing ways of calls would cost more than it tells.</remarks>
internal sealed record TextOrigin(SourceLocation Place, bool IsVerbatim, TextOrigin? Caller, ValueOrigin? Value, ValueOrigin? Condition)
{
    public bool Equals(TextOrigin? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
