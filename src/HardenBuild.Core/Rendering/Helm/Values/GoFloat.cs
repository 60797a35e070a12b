using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Values;

/// <summary>A <c>float64</c>: every number of values files, <c>fromYaml</c> and <c>fromJson</c>, and literals with a point.</summary>
internal sealed class GoFloat(double value, ValueOrigin? origin = null) : GoValue(origin)
{
    public double Value { get; } = value;

    public override GoKind Kind => GoKind.Float64;

    public override string TypeName => "float64";

    public override bool IsTrue => Value != 0;

    public override GoValue WithOrigin(ValueOrigin? origin) => new GoFloat(Value, origin);
}
