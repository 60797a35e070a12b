namespace HardenBuild.Rendering.Helm.Printing;

/// <summary>A stretch of formatted text and what it was made from.</summary>
/// <param name="Start">Offset of its first character in the formatted text, in UTF-16 code units; it ends where the next piece starts.</param>
/// <param name="Argument">Index of the argument that it shows; -1 for text of the format itself.</param>
/// <param name="Source">For text of the format: where in the format it stands.</param>
internal readonly record struct FormatPiece(int Start, int Argument, int Source);
