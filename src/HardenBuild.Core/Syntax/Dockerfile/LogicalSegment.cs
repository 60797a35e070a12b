namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Where a stretch of a <see cref="LogicalText"/> comes from.</summary>
/// <param name="Start">Offset of its first character in the logical text.</param>
/// <param name="Source">Offset in the file.</param>
/// <param name="ReplacedLength">Length of the stretch of the file that it replaces as a whole, or -1 when it stands there character by character.</param>
internal readonly record struct LogicalSegment(int Start, int Source, int ReplacedLength)
{
    public bool IsVerbatim => ReplacedLength < 0;
}
