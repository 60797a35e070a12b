namespace HardenBuild.Syntax.Shell;

/// <summary>A piece of the parsed text, cut out only when asked for: nested words would otherwise be copied once a level.</summary>
internal readonly record struct RawText(string Source, int Start, int Length)
{
    public int End => Start + Length;

    public override string ToString() => Source.Substring(Start, Length);
}
