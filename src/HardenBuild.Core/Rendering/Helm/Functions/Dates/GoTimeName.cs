using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Dates;

/// <summary>A <c>time.Month</c> or <c>time.Weekday</c>: a number in Go that prints as its name.</summary>
internal sealed class GoTimeName(string type, string name) : GoObject
{
    public override GoKind Kind => GoKind.Int;

    public override string TypeName => type;

    public override string Print() => name;

    public override GoValue? Field(string name) => null;
}
