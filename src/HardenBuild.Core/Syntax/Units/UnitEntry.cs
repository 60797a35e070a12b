using HardenBuild.Text;

namespace HardenBuild.Syntax.Units;

/// <summary>A setting of a unit: <c>Image=docker.io/library/redis:8</c>.</summary>
/// <param name="Value">Continuation lines joined by a blank, without blanks around.</param>
/// <param name="Offsets">Where each character of <paramref name="Value"/> is written.</param>
internal sealed record UnitEntry(string Section, string Key, TextSpan KeySpan, string Value, int[] Offsets, SourceText Source)
{
    public SourceLocation KeyLocation => Source.At(KeySpan);

    public Located<string> Text => new(Value, LocationOf(0, Value.Length));

    public SourceLocation LocationOf(int start, int length) => length == 0
        ? Source.At(KeySpan)
        : Source.At(TextSpan.FromBounds(Offsets[start], Offsets[start + length - 1] + 1));
}
