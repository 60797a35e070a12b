namespace HardenBuild.Text;

/// <summary>A stretch of traced text: from its start up to the start of the next segment, or the end of the text.</summary>
/// <param name="Start">Offset of its first character in the traced text, in UTF-16 code units.</param>
/// <param name="Origin">What made it.</param>
/// <param name="Skipped">How many characters of a verbatim origin's place stand before the first character of this stretch; meaningless otherwise.</param>
internal readonly record struct TextSegment(int Start, TextOrigin Origin, int Skipped);
