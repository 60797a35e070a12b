using HardenBuild.Rendering.Helm.Functions.Encodings;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Strings;

/// <summary>Functions that keep a part of a text: <c>trim</c>, <c>trunc</c>, <c>substr</c>, <c>abbrev</c>.</summary>
internal static class CuttingFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("trim", [ParameterKind.String], null, static (call, arguments) => Trim(call, arguments.StringAt(0), null)),
        new("trimAll", [ParameterKind.String, ParameterKind.String], null, static (call, arguments) => Trim(call, arguments.StringAt(1), arguments.TextAt(0))),
        new("trimall", [ParameterKind.String, ParameterKind.String], null, static (call, arguments) => Trim(call, arguments.StringAt(1), arguments.TextAt(0))),
        new("trimPrefix", [ParameterKind.String, ParameterKind.String], null, TrimPrefix),
        new("trimSuffix", [ParameterKind.String, ParameterKind.String], null, TrimSuffix),
        new("trunc", [ParameterKind.Int, ParameterKind.String], null, Truncate),
        new("substr", [ParameterKind.Int, ParameterKind.Int, ParameterKind.String], null, Substring),
        new("abbrev", [ParameterKind.Int, ParameterKind.String], null, static (call, arguments) => Abbreviate(arguments.StringAt(1), 0, arguments.IntegerAt(0))),
        new("abbrevboth", [ParameterKind.Int, ParameterKind.Int, ParameterKind.String], null, AbbreviateBoth),
    ];

    /// <summary>Go's <c>unicode.IsSpace</c>.</summary>
    public static bool IsSpace(char c) => c is ' ' or (>= '\t' and <= '\r') or '\u0085' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000';

    // A null set means white space.
    private static GoString Trim(FunctionCall call, GoString value, string? set)
    {
        var text = value.Value;
        var (start, end) = (0, text.Length);
        while (start < end && Length(text, start, set) is > 0 and var length)
            start += length;
        while (end > start && LengthBefore(text, end, set) is > 0 and var length)
            end -= length;
        return Part(call, value, start, end);
    }

    // How many code units of a character in the set start here.
    private static int Length(string text, int index, string? set)
    {
        if (set is null)
            return IsSpace(text[index]) ? 1 : 0;
        var length = char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
        return set.Contains(text.Substring(index, length), StringComparison.Ordinal) ? length : 0;
    }

    private static int LengthBefore(string text, int end, string? set)
    {
        var isPair = end > 1 && char.IsLowSurrogate(text[end - 1]) && char.IsHighSurrogate(text[end - 2]);
        return Length(text, end - (isPair ? 2 : 1), set);
    }

    private static GoString TrimPrefix(FunctionCall call, GoValue[] arguments)
    {
        var (prefix, value) = (arguments.TextAt(0), arguments.StringAt(1));
        return value.Value.StartsWith(prefix, StringComparison.Ordinal) ? Part(call, value, prefix.Length, value.Value.Length) : value;
    }

    private static GoString TrimSuffix(FunctionCall call, GoValue[] arguments)
    {
        var (suffix, value) = (arguments.TextAt(0), arguments.StringAt(1));
        return value.Value.EndsWith(suffix, StringComparison.Ordinal) ? Part(call, value, 0, value.Value.Length - suffix.Length) : value;
    }

    private static GoString Truncate(FunctionCall call, GoValue[] arguments)
    {
        var (count, value) = (arguments.IntegerAt(0), arguments.StringAt(1));
        // Bytes are at least as many as code units.
        if (count >= 0 && count >= value.Value.Length * 3L)
            return value;
        var length = GoBytes.Length(value.Value);
        if (count < 0 && length + count > 0)
            return Bytes(call, value, (int)(length + count), length);
        return count >= 0 && length > count ? Bytes(call, value, 0, (int)count) : value;
    }

    private static GoString Substring(FunctionCall call, GoValue[] arguments)
    {
        var (start, end, value) = (arguments.IntegerAt(0), arguments.IntegerAt(1), arguments.StringAt(2));
        var length = GoBytes.Length(value.Value);
        if (start < 0)
            start = 0;
        else if (end < 0 || end > length)
            end = length;
        if (end > length || end < 0)
            throw new FunctionException($"runtime error: slice bounds out of range [:{end}]{(end < 0 ? "" : " with length " + length.ToString(System.Globalization.CultureInfo.InvariantCulture))}");
        if (start > end)
            throw new FunctionException($"runtime error: slice bounds out of range [{start}:{end}]");
        return Bytes(call, value, (int)start, (int)end);
    }

    private static GoString AbbreviateBoth(FunctionCall call, GoValue[] arguments)
    {
        var (left, right, value) = (arguments.IntegerAt(0), arguments.IntegerAt(1), arguments.StringAt(2));
        return right < 4 || (left > 0 && right < 7) ? value : Abbreviate(value, left, right);
    }

    // goutils.AbbreviateFull.
    private static GoString Abbreviate(GoString value, long offset, long width)
    {
        if (width < 4)
            return value;
        var bytes = GoBytes.Of(value.Value);
        if (bytes.Length <= width)
            return value;
        return new GoString(Abbreviate(bytes, 0, Math.Min(offset, bytes.Length), width), value.Origin);
    }

    private static string Abbreviate(byte[] bytes, int start, long offset, long width)
    {
        const string Marker = "...";
        var length = bytes.Length - start;
        if (length <= width)
            return GoBytes.ToText(bytes, start, length);
        if (length - offset < width - 3)
            offset = length - (width - 3);
        if (offset <= 4)
            return GoBytes.ToText(bytes, start, (int)width - 3) + Marker;
        if (offset + width - 3 < length)
            return Marker + Abbreviate(bytes, start + (int)offset, 0, width - 3);
        return Marker + GoBytes.ToText(bytes, bytes.Length - (int)(width - 3), (int)width - 3);
    }

    private static GoString Part(FunctionCall call, GoString value, int start, int end)
    {
        if (start == 0 && end == value.Value.Length)
            return value;
        return call.IsTracing
            ? new GoString(call.Traced(value).Substring(start, end - start), value.Origin)
            : new GoString(value.Value.Substring(start, end - start));
    }

    private static GoString Bytes(FunctionCall call, GoString value, int start, int end) =>
        new(ByteSlicing.Slice(call.IsTracing ? call.Traced(value) : value.Text, start, end), value.Origin);
}
