using System.Globalization;
using HardenBuild.Rendering.Helm.Evaluation;
using HardenBuild.Rendering.Helm.Functions.Encodings;
using HardenBuild.Rendering.Helm.Functions.Numbers;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Json;

/// <summary>Writes values as Go's <c>encoding/json</c> does.</summary>
internal sealed class JsonWriter(FunctionCall call, JsonStyle style)
{
    private readonly TracedTextBuilder _text = new(call.IsTracing);
    private readonly ValueNesting _nesting = new();
    private readonly TextOrigin? _own = call.IsTracing ? call.OriginOf(null) : null;
    private int _depth;

    /// <exception cref="UnwritableValueException">The value has no JSON.</exception>
    public TracedText Write(GoValue value)
    {
        Append(value, _own);
        return _text.ToText();
    }

    private void Append(GoValue value, TextOrigin? outer)
    {
        var origin = call.IsTracing && ArgumentOrigins.Of(value) is { } place ? call.OriginOf(place) : outer;
        switch (value)
        {
            case GoMap map:
                AppendMap(map, origin);
                break;
            case GoList { ElementType: "uint8" } bytes:
                Put("\"" + GoBase64.Encode(GoBytes.Of(bytes)) + "\"", origin);
                break;
            case GoList list:
                AppendList(list, origin);
                break;
            case GoString text:
                Put(JsonText.Quote(text.Value, style.EscapesHtml), origin);
                break;
            case GoBoolean boolean:
                Put(boolean.Value ? "true" : "false", origin);
                break;
            case GoInteger integer:
                Put(integer.Value.ToString(CultureInfo.InvariantCulture), origin);
                break;
            case GoFloat number when double.IsNaN(number.Value) || double.IsInfinity(number.Value):
                throw new UnwritableValueException("json: unsupported value: " + GoNumberText.General(number.Value));
            case GoFloat number:
                Put(GoNumberText.Json(number.Value), origin);
                break;
            case GoObject structure:
                Append(structure.JsonValue, origin);
                break;
            default:
                Put("null", origin);
                break;
        }
    }

    private void AppendMap(GoMap map, TextOrigin? origin)
    {
        if (map.Entries.Count == 0)
        {
            Put("{}", origin);
            return;
        }

        _nesting.Enter(map);
        Put("{", origin);
        _depth++;
        var isFirst = true;
        foreach (var key in map.SortedKeys())
        {
            Separate(isFirst, origin);
            isFirst = false;
            Put(JsonText.Quote(key, style.EscapesHtml), origin);
            Put(style.IsIndented ? ": " : ":", origin);
            Append(map.Entries[key], origin);
        }

        Close("}", origin);
        _nesting.Leave(map);
    }

    private void AppendList(GoList list, TextOrigin? origin)
    {
        if (list.Items.Count == 0)
        {
            Put("[]", origin);
            return;
        }

        _nesting.Enter(list);
        Put("[", origin);
        _depth++;
        for (var i = 0; i < list.Items.Count; i++)
        {
            Separate(i == 0, origin);
            Append(list.Items[i], origin);
        }

        Close("]", origin);
        _nesting.Leave(list);
    }

    private void Separate(bool isFirst, TextOrigin? origin)
    {
        if (!isFirst)
            Put(",", origin);
        Break(origin);
        call.Budget.RequireLength(_text.Length);
    }

    private void Close(string bracket, TextOrigin? origin)
    {
        _depth--;
        Break(origin);
        Put(bracket, origin);
    }

    private void Break(TextOrigin? origin)
    {
        if (style.IsIndented)
            Put("\n" + new string(' ', 2 * _depth), origin);
    }

    private void Put(string text, TextOrigin? origin) => _text.Append(text, origin);
}
