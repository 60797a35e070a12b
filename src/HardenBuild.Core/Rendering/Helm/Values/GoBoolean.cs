using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Values;

internal sealed class GoBoolean(bool value, ValueOrigin? origin = null) : GoValue(origin)
{
    public static GoBoolean True { get; } = new(true);

    public static GoBoolean False { get; } = new(false);

    public bool Value { get; } = value;

    public override GoKind Kind => GoKind.Bool;

    public override string TypeName => "bool";

    public override bool IsTrue => Value;

    public static GoBoolean Of(bool value) => value ? True : False;

    public override GoValue WithOrigin(ValueOrigin? origin) => new GoBoolean(Value, origin);
}
