using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Values;

/// <summary>A string.</summary>
/// <remarks>A traced text tells the origin of each part; else <see cref="GoValue.Origin"/> tells that of the whole.
/// Go counts bytes of UTF-8; a part of a character that <c>trunc</c> leaves over is kept as a lone byte in the range U+DC80 to U+DCFF, as Python's surrogateescape does.</remarks>
internal sealed class GoString : GoValue
{
    public GoString(string value, ValueOrigin? origin = null, bool isStandIn = false)
        : this(TracedText.Untraced(value), origin, isStandIn)
    {
    }

    public GoString(TracedText text, ValueOrigin? origin = null, bool isStandIn = false)
        : base(origin)
    {
        Text = text;
        IsStandIn = isStandIn;
    }

    public static GoString Empty { get; } = new("");

    public TracedText Text { get; }

    public string Value => Text.Content;

    /// <summary>Stands for something that differs each time, a random password or a key: no rule may take it for a secret that somebody wrote.</summary>
    public bool IsStandIn { get; }

    public override GoKind Kind => GoKind.String;

    public override string TypeName => "string";

    public override bool IsTrue => Value.Length > 0;

    public override GoValue WithOrigin(ValueOrigin? origin) => new GoString(Text, origin, IsStandIn);
}
