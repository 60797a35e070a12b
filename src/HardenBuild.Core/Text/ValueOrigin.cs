namespace HardenBuild.Text;

/// <summary>Where a value of a chart was written.</summary>
/// <param name="Location">The value in <c>values.yaml</c>, on the command line, or in the template that it was read back from.</param>
/// <param name="Path">Its path as a user writes it, <c>image.tag</c>, relative to the file of <paramref name="Location"/>; empty for the whole file.</param>
/// <param name="Next">Another value that took part, the most important one first; null for the last.</param>
internal sealed record ValueOrigin(SourceLocation Location, string Path, ValueOrigin? Next = null);
