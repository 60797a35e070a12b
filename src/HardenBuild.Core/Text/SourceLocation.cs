namespace HardenBuild.Text;

/// <summary>A span in a named text: what a finding points at.</summary>
public sealed record SourceLocation(SourceText Source, TextSpan Span)
{
    public LinePosition Start => Source.GetLinePosition(Span.Start);

    public LinePosition End => Source.GetLinePosition(Span.End);

    public override string ToString() => $"{Source.Path}{Span}";
}
