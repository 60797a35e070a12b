using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Values;

/// <summary>A whole number of one of Go's integer types.</summary>
/// <param name="kind">One of the integer kinds. Numbers of values files are never integers: see <see cref="GoFloat"/>.</param>
/// <param name="typeName">The name of a type over that kind, <c>time.Duration</c>; null for the kind's own.</param>
internal sealed class GoInteger(long value, GoKind kind = GoKind.Int, ValueOrigin? origin = null, string? typeName = null) : GoValue(origin)
{
    public long Value { get; } = value;

    public override GoKind Kind { get; } = kind;

    public override string TypeName => typeName ?? Kind switch
    {
        GoKind.Int => "int",
        GoKind.Int32 => "int32",
        GoKind.Int64 => "int64",
        _ => "uint8",
    };

    public override bool IsTrue => Value != 0;

    public override GoValue WithOrigin(ValueOrigin? origin) => new GoInteger(Value, Kind, origin, typeName);
}
