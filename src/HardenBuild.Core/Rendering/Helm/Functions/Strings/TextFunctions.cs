using System.Text;
using HardenBuild.Rendering.Helm.Functions.Encodings;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Strings;

/// <summary>Searching, replacing, repeating, joining and wrapping.</summary>
internal static class TextFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("contains", [ParameterKind.String, ParameterKind.String], null, static (_, arguments) => GoBoolean.Of(arguments.TextAt(1).Contains(arguments.TextAt(0), StringComparison.Ordinal))),
        new("hasPrefix", [ParameterKind.String, ParameterKind.String], null, static (_, arguments) => GoBoolean.Of(arguments.TextAt(1).StartsWith(arguments.TextAt(0), StringComparison.Ordinal))),
        new("hasSuffix", [ParameterKind.String, ParameterKind.String], null, static (_, arguments) => GoBoolean.Of(arguments.TextAt(1).EndsWith(arguments.TextAt(0), StringComparison.Ordinal))),
        new("replace", [ParameterKind.String, ParameterKind.String, ParameterKind.String], null, Replace),
        new("repeat", [ParameterKind.Int, ParameterKind.String], null, Repeat),
        new("plural", [ParameterKind.String, ParameterKind.String, ParameterKind.Int], null, static (_, arguments) => arguments.IntegerAt(2) == 1 ? arguments[0] : arguments[1]),
        new("join", [ParameterKind.String, ParameterKind.Any], null, Join),
        new("wrap", [ParameterKind.Int, ParameterKind.String], null, static (call, arguments) => Wrap(call, arguments.TextAt(1), arguments.IntegerAt(0), "\n", breaksWords: false)),
        new("wrapWith", [ParameterKind.Int, ParameterKind.String, ParameterKind.String], null, static (call, arguments) => Wrap(call, arguments.TextAt(2), arguments.IntegerAt(0), arguments.TextAt(1), breaksWords: true)),
    ];

    private static GoString Replace(FunctionCall call, GoValue[] arguments)
    {
        var (old, replacement, value) = (arguments.TextAt(0), arguments.TextAt(1), arguments.StringAt(2));
        var text = value.Value;
        if (old.Length == 0)
            return Interleave(call, replacement, text);
        var count = 0L;
        for (var i = text.IndexOf(old, StringComparison.Ordinal); i >= 0; i = text.IndexOf(old, i + old.Length, StringComparison.Ordinal))
            count++;
        if (count == 0)
            return value;
        call.Budget.RequireLength(text.Length + (count * (replacement.Length - (long)old.Length)));
        if (!call.IsTracing)
            return new GoString(replacement.Length == 1 && old.Length == 1 ? text.Replace(old[0], replacement[0]) : text.Replace(old, replacement));
        var builder = new TracedTextBuilder(isTracing: true);
        var traced = call.Traced(value);
        var own = call.OriginOf(value.Origin);
        for (var start = 0; ;)
        {
            var next = text.IndexOf(old, start, StringComparison.Ordinal);
            builder.Append(traced, start, (next < 0 ? text.Length : next) - start);
            if (next < 0)
                return new GoString(builder.ToText(), value.Origin);
            builder.Append(replacement, own);
            start = next + old.Length;
        }
    }

    // An empty text is found before each character and at the end.
    private static GoString Interleave(FunctionCall call, string replacement, string text)
    {
        call.Budget.RequireLength(text.Length + ((text.Length + 1L) * replacement.Length));
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            result.Append(replacement).Append(text[i]);
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                result.Append(text[++i]);
        }

        return new GoString(result.Append(replacement).ToString());
    }

    private static GoString Repeat(FunctionCall call, GoValue[] arguments)
    {
        var (count, text) = (arguments.IntegerAt(0), arguments.TextAt(1));
        if (count < 0)
            throw new FunctionException("strings: negative Repeat count");
        if (text.Length == 0 || count == 0)
            return GoString.Empty;
        call.Budget.RequireLength(count > int.MaxValue ? long.MaxValue : text.Length * count);
        var repeated = new StringBuilder(text.Length * (int)count);
        for (var i = 0; i < count; i++)
            repeated.Append(text);
        return new GoString(repeated.ToString());
    }

    private static GoString Join(FunctionCall call, GoValue[] arguments)
    {
        var separator = arguments.TextAt(0);
        if (arguments[1] is not GoList list)
            return arguments[1] switch
            {
                GoNil => GoString.Empty,
                GoString text => text,
                var scalar => new GoString(ValueText.Of(scalar), scalar.Origin),
            };
        var builder = new TracedTextBuilder(call.IsTracing);
        var own = call.IsTracing ? call.OriginOf(list.Origin) : null;
        var (isFirst, isStandIn) = (true, false);
        foreach (var item in list.Items)
        {
            if (item is GoNil)
                continue;
            if (!isFirst)
                builder.Append(separator, own);
            isFirst = false;
            isStandIn |= item is GoString { IsStandIn: true };
            builder.Append(ValueText.Traced(call, item));
            call.Budget.RequireLength(builder.Length);
        }

        return new GoString(builder.ToText(), list.Origin, isStandIn);
    }

    // goutils.WrapCustom.
    private static GoString Wrap(FunctionCall call, string text, long width, string lineBreak, bool breaksWords)
    {
        if (lineBreak.Length == 0)
            lineBreak = "\n";
        width = Math.Max(1, width);
        call.Budget.RequireLength((text.Length + 1L) * (1 + (lineBreak.Length / Math.Max(1, Math.Min(width, text.Length)))));
        var bytes = GoBytes.Of(text);
        var wrapped = new StringBuilder(text.Length + 16);
        var offset = 0;
        while (bytes.Length - offset > width)
        {
            if (bytes[offset] == ' ')
            {
                offset++;
                continue;
            }

            var end = (int)width + offset;
            var space = Array.LastIndexOf(bytes, (byte)' ', end, end - offset + 1);
            if (space < 0 && !breaksWords)
                space = Array.IndexOf(bytes, (byte)' ', end);
            if (space >= 0)
            {
                wrapped.Append(GoBytes.ToText(bytes, offset, space - offset)).Append(lineBreak);
                offset = space + 1;
            }
            else if (breaksWords)
            {
                wrapped.Append(GoBytes.ToText(bytes, offset, end - offset)).Append(lineBreak);
                offset = end;
            }
            else
            {
                break;
            }

            call.Budget.RequireLength(wrapped.Length);
        }

        return new GoString(wrapped.Append(GoBytes.ToText(bytes, offset, bytes.Length - offset)).ToString());
    }
}
