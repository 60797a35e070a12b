using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Values;

/// <summary>A null, or what an absent key gives.</summary>
/// <remarks>Both print <c>&lt;no value&gt;</c> in an action and <c>&lt;nil&gt;</c> as an argument.</remarks>
internal sealed class GoNil : GoValue
{
    private GoNil(ValueOrigin? origin, bool isMissing)
        : base(origin) => IsMissing = isMissing;

    /// <summary>An untyped nil: a null of a values file, or the word <c>nil</c>.</summary>
    public static GoNil Null { get; } = new(null, isMissing: false);

    /// <summary>Go's zero <c>reflect.Value</c>: a key that is absent from its map.</summary>
    public static GoNil Missing { get; } = new(null, isMissing: true);

    public bool IsMissing { get; }

    public override GoKind Kind => GoKind.Invalid;

    public override string TypeName => "<nil>";

    public override bool IsTrue => false;

    public override GoValue WithOrigin(ValueOrigin? origin) => new GoNil(origin, IsMissing);
}
