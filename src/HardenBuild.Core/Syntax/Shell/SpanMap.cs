using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>Turns offsets of the parsed text into offsets of the text it was taken from.</summary>
internal sealed class SpanMap
{
    private readonly int[] _offsets;
    private readonly TextSpan _whole;

    private SpanMap(int[] offsets, TextSpan whole)
    {
        _offsets = offsets;
        _whole = whole;
    }

    /// <summary>Every span becomes <paramref name="whole"/>: used when characters do not correspond one to one.</summary>
    public static SpanMap ToWhole(TextSpan whole) => new([], whole);

    /// <summary>Character by character.</summary>
    /// <param name="offsets">The original offset of each character, ascending, and one more for the end of the text.</param>
    public static SpanMap FromOffsets(int[] offsets) => new(offsets, default);

    /// <summary>The text lies unchanged at <paramref name="start"/> of the original.</summary>
    public static SpanMap FromStart(int start, int length)
    {
        var offsets = new int[length + 1];
        for (var i = 0; i <= length; i++)
            offsets[i] = start + i;
        return new(offsets, default);
    }

    /// <summary>The map of a value whose token is known: exact when the token is the value, or the value in quotes, else the whole token.</summary>
    public static SpanMap OfToken(string value, TextSpan token) => (token.Length - value.Length) switch
    {
        0 => FromStart(token.Start, value.Length),
        2 => FromStart(token.Start + 1, value.Length),
        _ => ToWhole(token),
    };

    public TextSpan Map(int start, int end)
    {
        if (_offsets.Length == 0)
            return _whole;
        var first = _offsets[start];
        return end > start ? TextSpan.FromBounds(first, _offsets[end - 1] + 1) : new TextSpan(first, 0);
    }

    /// <summary>The map of a text whose characters have offsets in the text that this map maps.</summary>
    public SpanMap Compose(int[] offsets)
    {
        if (_offsets.Length == 0)
            return this;
        var composed = new int[offsets.Length];
        for (var i = 0; i < offsets.Length; i++)
            composed[i] = _offsets[offsets[i]];
        return new(composed, default);
    }
}
