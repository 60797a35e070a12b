namespace HardenBuild.Text;

/// <summary>What made a stretch of rendered text.</summary>
/// <param name="Place">The literal text, or the smallest action that printed the stretch.</param>
/// <param name="IsVerbatim">The rendered stretch is the text of <paramref name="Place"/> itself, character by character.</param>
/// <param name="Caller">The action that included the template of <paramref name="Place"/>; null in a file of its own.</param>
/// <param name="Value">Where the printed value was written, when it came from somewhere else than the template; null where it did not.</param>
internal sealed record TextOrigin(SourceLocation Place, bool IsVerbatim, TextOrigin? Caller, ValueOrigin? Value);
