using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Values;

/// <summary>A slice.</summary>
/// <param name="elementType">Go's name of the items' type: <c>interface {}</c>, <c>string</c>, <c>int</c>, <c>uint8</c> for bytes.</param>
internal sealed class GoList(List<GoValue> items, string elementType = GoList.AnyType, ValueOrigin? origin = null) : GoValue(origin)
{
    /// <summary>The type of items of any kind.</summary>
    public const string AnyType = "interface {}";

    public List<GoValue> Items { get; } = items;

    public string ElementType { get; } = elementType;

    public override GoKind Kind => GoKind.Slice;

    public override string TypeName => "[]" + ElementType;

    public override bool IsTrue => Items.Count > 0;

    public override GoValue WithOrigin(ValueOrigin? origin) => new GoList(Items, ElementType, origin);
}
