using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Values;

/// <summary>A slice.</summary>
internal sealed class GoList : GoValue
{
    /// <summary>The type of items of any kind.</summary>
    public const string AnyType = "interface {}";

    private const string ByteType = "uint8";

    private static readonly GoInteger[] Numbers = [.. Enumerable.Range(0, 256).Select(static value => new GoInteger(value, GoKind.Uint8))];

    private List<GoValue>? _items;
    private byte[]? _bytes;

    /// <param name="elementType">Go's name of the items' type: <c>interface {}</c>, <c>string</c>, <c>int</c>, <c>uint8</c> for bytes.</param>
    public GoList(List<GoValue> items, string elementType = AnyType, ValueOrigin? origin = null)
        : base(origin)
    {
        _items = items;
        ElementType = elementType;
    }

    // Not one of bytes alone: an empty list in brackets would be taken for it.
    private GoList(string elementType, byte[] bytes)
        : base(null)
    {
        _bytes = bytes;
        ElementType = elementType;
    }

    public List<GoValue> Items => _items ??= TakeBytes();

    /// <summary>The content of a list that was made of bytes, as long as nobody has asked for its items, who may change them; else null.</summary>
    public byte[]? Bytes => _bytes;

    public string ElementType { get; }

    public override GoKind Kind => GoKind.Slice;

    public override string TypeName => "[]" + ElementType;

    public override bool IsTrue => (_items?.Count ?? _bytes!.Length) > 0;

    /// <summary>A list of bytes, which become items only where a template looks at them: nearly all ask for the names of files alone.</summary>
    public static GoList Of(byte[] bytes) => new(ByteType, bytes);

    public override GoValue WithOrigin(ValueOrigin? origin) => new GoList(Items, ElementType, origin);

    private List<GoValue> TakeBytes()
    {
        var items = new List<GoValue>(_bytes!.Length);
        foreach (var value in _bytes)
            items.Add(Numbers[value]);
        _bytes = null;
        return items;
    }
}
