namespace HardenBuild.Scanning.Discovery;

/// <summary>Looks at the first-level keys of YAML documents line by line, without parsing them.</summary>
internal ref struct YamlSniffer
{
    private static ReadOnlySpan<byte> Template => "{{"u8;

    private bool _hasKind;
    private bool _hasApiVersion;
    private int _keyIndent = -1;

    /// <summary>A block scalar goes on while lines are indented more than this; -1 outside of one.</summary>
    private int _blockIndent = -1;

    public YamlSniffer()
    {
    }

    /// <summary>Some document has <c>kind</c> and <c>apiVersion</c>.</summary>
    public bool HasKubernetesObject { get; private set; }

    /// <summary>Some document has <c>services</c> or <c>include</c>.</summary>
    public bool HasComposeServices { get; private set; }

    /// <summary>A template action stands where YAML wants a key, an item or a plain value: the file is not YAML yet.</summary>
    public bool IsTemplate { get; private set; }

    public static YamlSniffer Scan(ReadOnlySpan<byte> text)
    {
        var sniffer = new YamlSniffer();
        while (!text.IsEmpty && !sniffer.IsTemplate)
        {
            var end = text.IndexOf((byte)'\n');
            var line = end < 0 ? text : text.Slice(0, end);
            text = end < 0 ? default : text.Slice(end + 1);
            sniffer.Read(line);
        }

        return sniffer;
    }

    private void Read(ReadOnlySpan<byte> line)
    {
        var indent = 0;
        while (indent < line.Length && line[indent] == ' ')
            indent++;
        var rest = TrimEnd(line.Slice(indent));
        if (rest.IsEmpty || (_blockIndent >= 0 && indent > _blockIndent))
            return;
        _blockIndent = -1;
        if (rest[0] == '#')
            return;
        if (indent == 0 && IsDocumentMark(rest))
        {
            _hasKind = _hasApiVersion = false;
            _keyIndent = -1;
            rest = rest.Slice(3).TrimStart((byte)' ');
            if (rest.IsEmpty)
                return;
        }

        if (_keyIndent < 0)
            _keyIndent = indent;
        if (indent == _keyIndent)
            ReadTopLevelKey(rest);
        ReadStructure(rest, indent);
    }

    private void ReadTopLevelKey(ReadOnlySpan<byte> rest)
    {
        _hasKind |= IsKey(rest, "kind"u8);
        _hasApiVersion |= IsKey(rest, "apiVersion"u8);
        HasKubernetesObject |= _hasKind && _hasApiVersion;
        HasComposeServices |= IsKey(rest, "services"u8) || IsKey(rest, "include"u8);
    }

    private void ReadStructure(ReadOnlySpan<byte> rest, int indent)
    {
        while (rest.Length > 1 && rest[0] == '-' && rest[1] == ' ')
        {
            var item = rest.Slice(1).TrimStart((byte)' ');
            if (IsBlockHeader(item))
                _blockIndent = indent;
            indent += rest.Length - item.Length;
            rest = item;
        }

        IsTemplate |= rest.StartsWith(Template);
        var colon = rest.IndexOf(": "u8);
        if (colon < 0 || rest[0] == '"' || rest[0] == '\'')
            return;
        var value = rest.Slice(colon + 2).TrimStart((byte)' ');
        IsTemplate |= value.StartsWith(Template);
        if (IsBlockHeader(value))
            _blockIndent = indent;
    }

    private static bool IsBlockHeader(ReadOnlySpan<byte> value)
    {
        // An anchor or a tag may stand before the indicator.
        while (!value.IsEmpty && value[0] is (byte)'&' or (byte)'!' && value.IndexOf((byte)' ') is > 0 and var space)
            value = value.Slice(space).TrimStart((byte)' ');
        if (value.IsEmpty || value[0] is not ((byte)'|' or (byte)'>'))
            return false;
        for (var i = 1; i < value.Length && value[i] != ' '; i++)
        {
            if (value[i] is not ((byte)'-' or (byte)'+') && value[i] is < (byte)'1' or > (byte)'9')
                return false;
        }

        return true;
    }

    private static bool IsKey(ReadOnlySpan<byte> line, ReadOnlySpan<byte> key)
    {
        if (line[0] is (byte)'"' or (byte)'\'')
        {
            if (line.Length < key.Length + 3 || line[key.Length + 1] != line[0])
                return false;
            return line.Slice(1).StartsWith(key) && line[key.Length + 2] == ':';
        }

        return line.StartsWith(key) && line.Slice(key.Length).TrimStart((byte)' ') is [(byte)':', ..];
    }

    private static bool IsDocumentMark(ReadOnlySpan<byte> line) =>
        (line.StartsWith("---"u8) || line.StartsWith("..."u8)) && (line.Length == 3 || line[3] == ' ');

    private static ReadOnlySpan<byte> TrimEnd(ReadOnlySpan<byte> line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\r')
            end--;
        return line.Slice(0, end);
    }
}
