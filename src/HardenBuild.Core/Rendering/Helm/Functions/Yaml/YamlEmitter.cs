using System.Globalization;
using System.Text;
using HardenBuild.Rendering.Helm.Functions.Numbers;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>Writes values as Go's YAML libraries do, to the character.</summary>
internal sealed class YamlEmitter(FunctionCall call, YamlStyle style)
{
    private const int Indentation = 2;

    // libyaml: longer keys get a question mark.
    private const int SimpleKeyLength = 128;

    private readonly StringBuilder _text = new();
    private readonly ValueNesting _nesting = new();
    private readonly YamlOriginTrail? _origins = call.IsTracing ? new YamlOriginTrail(call) : null;
    private YamlScalarWriter? _scalars;

    /// <summary>The text of a value, with the line break at its end.</summary>
    /// <exception cref="UnwritableValueException">The value has no YAML.</exception>
    public TracedText Write(GoValue value)
    {
        _scalars = new YamlScalarWriter(_text, style);
        WriteNode(value, -1, isInMapping: false);
        _scalars.Indent(0);
        return _origins is null ? TracedText.Untraced(_text.ToString()) : _origins.ToText(_text.ToString());
    }

    private YamlScalarWriter Scalars => _scalars!;

    /// <param name="indent">Column of the collection around the value; -1 at the root.</param>
    private void WriteNode(GoValue value, int indent, bool isInMapping)
    {
        switch (value)
        {
            case GoMap { Entries.Count: > 0 } map:
                _nesting.Enter(map);
                var outer = _origins?.Enter(map);
                WriteMap(map, indent < 0 ? 0 : indent + Indentation);
                _origins?.Leave(outer);
                _nesting.Leave(map);
                break;
            case GoList { ElementType: not "uint8", Items.Count: > 0 } list:
                _nesting.Enter(list);
                outer = _origins?.Enter(list);
                WriteList(list, indent < 0 ? 0 : isInMapping && !style.IndentsLists && !Scalars.IsIndenting ? indent : indent + Indentation);
                _origins?.Leave(outer);
                _nesting.Leave(list);
                break;
            case GoObject structure:
                WriteNode(structure.JsonValue, indent, isInMapping);
                break;
            default:
                WriteScalar(value, indent < 0 ? Indentation : indent + Indentation);
                break;
        }
    }

    private void WriteMap(GoMap map, int indent)
    {
        foreach (var key in YamlKeyOrder.Sort(map.Entries))
        {
            var value = map.Entries[key];
            Charge();
            Scalars.Indent(indent);
            _origins?.Mark(_text.Length, value, map);
            var name = style.IsThroughJson ? YamlJsonText.ReadBack(key) : key;
            var analysis = YamlScalarAnalysis.Of(name, style.IsThroughJson);
            if (analysis.IsMultiline || Encodings.GoBytes.Length(name) > SimpleKeyLength)
            {
                Scalars.Indicator("?", needsBlank: true, isBlank: false, isIndenting: true);
                Scalars.Write(name, analysis, StyleOf(name), indent + Indentation, isKey: false);
                Scalars.Indent(indent);
                Scalars.Indicator(":", needsBlank: true, isBlank: false, isIndenting: true);
            }
            else
            {
                Scalars.Write(name, analysis, StyleOf(name), indent + Indentation, isKey: true);
                Scalars.Indicator(":", needsBlank: false, isBlank: false, isIndenting: false);
            }

            WriteNode(value, indent, isInMapping: true);
        }
    }

    private void WriteList(GoList list, int indent)
    {
        foreach (var item in list.Items)
        {
            Charge();
            Scalars.Indent(indent);
            _origins?.Mark(_text.Length, item, list);
            Scalars.Indicator("-", needsBlank: true, isBlank: false, isIndenting: true);
            WriteNode(item, indent, isInMapping: false);
        }
    }

    private void WriteScalar(GoValue value, int indent)
    {
        switch (value)
        {
            case GoMap:
                Scalars.Word("{}");
                break;
            case GoList { ElementType: "uint8" } bytes:
                WriteText(Encodings.GoBase64.Encode(Encodings.GoBytes.Of(bytes)), indent);
                break;
            case GoList:
                Scalars.Word("[]");
                break;
            case GoString text:
                WriteString(text, indent);
                break;
            case GoBoolean boolean:
                Scalars.Word(boolean.Value ? "true" : "false");
                break;
            case GoInteger integer:
                Scalars.Word(integer.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case GoFloat number:
                Scalars.Word(NumberText(number.Value));
                break;
            default:
                Scalars.Word("null");
                break;
        }
    }

    private string NumberText(double value)
    {
        if (!style.IsThroughJson)
            return double.IsNaN(value) ? ".nan" : double.IsPositiveInfinity(value) ? ".inf" : double.IsNegativeInfinity(value) ? "-.inf" : GoNumberText.General(value);
        if (double.IsNaN(value) || double.IsInfinity(value))
            throw new UnwritableValueException("json: unsupported value: " + GoNumberText.General(value));
        // Most numbers are small and whole.
        if (value == Math.Floor(value) && Math.Abs(value) < 1e15)
            return ((long)value).ToString(CultureInfo.InvariantCulture);
        var json = GoNumberText.Json(value);
        return GoNumberText.ParseInteger(json) is not null || GoNumberText.ParseUnsigned(json) is not null ? json : GoNumberText.General(value);
    }

    private void WriteString(GoString value, int indent)
    {
        var text = style.IsThroughJson ? YamlJsonText.ReadBack(value.Value) : value.Value;
        if (_origins is not null && value.Text.IsTraced && ReferenceEquals(text, value.Value))
            Scalars.Copies = _origins.Follow(value.Text);
        WriteText(text, indent);
        Scalars.Copies = null;
    }

    private void WriteText(string text, int indent) =>
        Scalars.Write(text, YamlScalarAnalysis.Of(text, style.IsThroughJson), StyleOf(text), indent, isKey: false);

    private static YamlDotNet.Core.ScalarStyle StyleOf(string text) =>
        text.Contains('\n') ? YamlDotNet.Core.ScalarStyle.Literal
        : YamlResolver.NeedsQuotes(text) ? YamlDotNet.Core.ScalarStyle.DoubleQuoted
        : YamlDotNet.Core.ScalarStyle.Plain;

    // What is shared in memory is written out as often as it is used.
    private void Charge() => call.Budget.RequireLength(_text.Length);
}
