namespace HardenBuild.Text;

/// <summary>Where a construct sits in its file.</summary>
/// <param name="Start">Offset of the first character, in UTF-16 code units from the start of the decoded text, zero-based.</param>
/// <param name="Length">Number of UTF-16 code units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just past the last character.</summary>
    public int End => Start + Length;

    public bool IsEmpty => Length == 0;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> lies before <paramref name="start"/>.</exception>
    public static TextSpan FromBounds(int start, int end) => end >= start
        ? new TextSpan(start, end - start)
        : throw new ArgumentOutOfRangeException(nameof(end));

    public bool Contains(int offset) => offset >= Start && offset < End;

    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    public override string ToString() => $"[{Start}..{End})";
}
