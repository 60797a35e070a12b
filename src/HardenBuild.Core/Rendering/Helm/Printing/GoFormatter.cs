using System.Runtime.CompilerServices;
using System.Text;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Printing;

/// <summary>Writes values under a formatting verb, as Go's <c>fmt</c> does.</summary>
/// <remarks>A verb that does not fit the value is no error: <c>%!d(string=x)</c> goes into the text.</remarks>
internal sealed partial class GoFormatter(StringBuilder output)
{
    // Nothing that a chart prints is as deep; a map that holds itself has no end.
    private const int MaximumDepth = 1_000;

    private static readonly int MaximumLength = (int)RenderLimits.Default.StringLength;

    private FormatFlags _flags = FormatFlags.None;

    public ref FormatFlags Flags => ref _flags;

    /// <param name="verb">The letter, as a Unicode code point.</param>
    /// <exception cref="RenderLimitException">The text gets too long, or the value is too deep.</exception>
    public void Write(GoValue value, int verb)
    {
        switch (verb)
        {
            case 'T':
                Pad(value.TypeName);
                return;
            case 'p':
                WriteBadVerb(value, verb);
                return;
        }

        if (value is not GoNil)
            WriteValue(value, verb, 0);
        else if (verb == 'v')
            Pad("<nil>");
        else
            WriteBadVerb(value, verb);
    }

    private void WriteValue(GoValue value, int verb, int depth)
    {
        if (depth > MaximumDepth)
            throw new RenderLimitException($"a value that is printed is nested deeper than {MaximumDepth:N0} levels");
        RequireRoom(0);
        switch (value)
        {
            case GoString text:
                WriteString(text.Value, verb, value);
                break;
            case GoInteger number:
                WriteInteger(number, verb);
                break;
            case GoFloat number:
                WriteFloat(number, verb);
                break;
            case GoBoolean boolean:
                if (verb is 't' or 'v')
                    Pad(boolean.Value ? "true" : "false");
                else
                    WriteBadVerb(value, verb);
                break;
            case GoMap map:
                WriteMap(map, verb, depth);
                break;
            case GoList list:
                WriteList(list, verb, depth);
                break;
            case GoObject structure:
                // Those that charts meet have a String method, which fits the verbs of strings.
                WriteString(structure.Print(), verb, value);
                break;
            default:
                output.Append(_flags.SharpV ? "interface {}(nil)" : "<nil>");
                break;
        }
    }

    private void WriteMap(GoMap map, int verb, int depth)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        output.Append(_flags.SharpV ? map.TypeName + "{" : "map[");
        var isFirst = true;
        foreach (var key in map.SortedKeys())
        {
            Separate(ref isFirst);
            WriteString(key, verb, null);
            output.Append(':');
            WriteValue(map.Entries[key], verb, depth + 1);
        }

        output.Append(_flags.SharpV ? '}' : ']');
    }

    private void WriteList(GoList list, int verb, int depth)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (list.ElementType == "uint8" && verb is 's' or 'q' or 'x' or 'X')
        {
            WriteString(BytesOf(list), verb, list);
            return;
        }

        output.Append(_flags.SharpV ? list.TypeName + "{" : "[");
        var isFirst = true;
        foreach (var item in list.Items)
        {
            Separate(ref isFirst);
            WriteValue(item, verb, depth + 1);
        }

        output.Append(_flags.SharpV ? '}' : ']');
    }

    private static string BytesOf(GoList list)
    {
        var bytes = new byte[list.Items.Count];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = list.Items[i] is GoInteger number ? (byte)number.Value : (byte)0;
        return Utf8Text.FromBytes(bytes, 0, bytes.Length);
    }

    private void Separate(ref bool isFirst)
    {
        if (!isFirst)
            output.Append(_flags.SharpV ? ", " : " ");
        isFirst = false;
    }

    private void WriteBadVerb(GoValue value, int verb)
    {
        output.Append("%!").Append(RuneText(verb)).Append('(');
        if (value is GoNil)
        {
            output.Append("<nil>)");
            return;
        }

        output.Append(value.TypeName).Append('=');
        // Go calls no method of a value while it complains about it.
        if (value is GoInteger number)
            WriteWhole(number.Value, 10, 'v', isUpper: false);
        else
            WriteValue(value, 'v', 0);
        output.Append(')');
    }

    private static string RuneText(int rune) => rune is >= 0xD800 and <= 0xDFFF or > 0x10FFFF
        ? "\uFFFD"
        : char.ConvertFromUtf32(rune);

    private void Pad(string text)
    {
        var padding = _flags.HasWidth ? _flags.Width - Utf8Text.RuneCount(text) : 0;
        RequireRoom(text.Length + Math.Max(padding, 0));
        if (padding <= 0)
            output.Append(text);
        else if (_flags.Minus)
            output.Append(text).Append(' ', padding);
        else
            output.Append(_flags.Zero ? '0' : ' ', padding).Append(text);
    }

    private void PadWithBlanks(string text)
    {
        var isZero = _flags.Zero;
        _flags.Zero = false;
        Pad(text);
        _flags.Zero = isZero;
    }

    private void RequireRoom(int length)
    {
        if (output.Length + (long)length > MaximumLength)
            throw new RenderLimitException($"a string would be longer than {MaximumLength:N0} characters");
    }
}
