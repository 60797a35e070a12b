using System.Globalization;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>Reads what stands behind the keys of an argument that sets values.</summary>
internal sealed class SetValueReader(SetReader reader)
{
    /// <summary>The value of a key or of an item of a list.</summary>
    public GoValue Read()
    {
        if (reader.Argument.Kind == SetArgumentKind.Json)
            return ReadJson();
        if (reader.IsAtEnd)
            return new GoString("", reader.OriginAt(reader.Position));
        return ReadList() is { } list ? list : ReadScalar();
    }

    private GoList? ReadList()
    {
        if (reader.IsLiteral || reader.Current != '{')
            return null;
        var start = reader.Position++;
        List<GoValue> items = [];
        for (; ; )
        {
            var itemStart = reader.Position;
            var last = reader.ReadUntil(",}", out var item);
            if (last == SetReader.EndOfText)
                throw reader.Error("list must terminate with '}'");
            items.Add(Typed(item, itemStart));
            if (last != '}')
                continue;
            if (!reader.IsAtEnd && reader.Current == ',')
                reader.Position++;
            return new GoList(items, origin: reader.OriginAt(start));
        }
    }

    private GoValue ReadScalar()
    {
        var start = reader.Position;
        if (reader.IsLiteral)
            return new GoString(reader.ReadRest(), reader.OriginAt(start));
        reader.ReadUntil(",", out var text);
        return Typed(text, start);
    }

    private GoValue ReadJson()
    {
        if (reader.SkipBlanks())
            return GoNil.Null.WithOrigin(reader.OriginAt(reader.Position));
        var start = reader.Position;
        var position = start;
        if (JsonText.Read(reader.Source, ref position, reader.Path()) is not { } value)
            throw reader.Error("invalid character in JSON value");
        reader.Position = position;
        reader.SkipBlanks();
        return value is GoMap or GoList ? value : value.WithOrigin(reader.OriginAt(start));
    }

    private GoValue Typed(string text, int start)
    {
        var origin = reader.OriginAt(start);
        if (reader.Argument.Kind == SetArgumentKind.Text)
            return new GoString(text, origin);
        if (reader.Argument.Kind == SetArgumentKind.File)
            return new GoString(reader.Argument.ReadFile?.Invoke(text) ?? throw reader.Error($"open {text}: the file cannot be read"), origin);
        if (text.Equals("true", StringComparison.OrdinalIgnoreCase))
            return new GoBoolean(true, origin);
        if (text.Equals("false", StringComparison.OrdinalIgnoreCase))
            return new GoBoolean(false, origin);
        if (text.Equals("null", StringComparison.OrdinalIgnoreCase))
            return GoNil.Null.WithOrigin(origin);
        if ((text == "0" || (text.Length > 0 && text[0] != '0')) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return new GoInteger(number, GoKind.Int64, origin);
        return new GoString(text, origin);
    }
}
