using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Values;

/// <summary>A Go struct, or a pointer to one, with fields and methods that templates can use: <c>.Capabilities</c>, <c>.Files</c>, a certificate, a time.</summary>
internal abstract class GoObject : GoValue
{
    private protected GoObject()
        : base(null)
    {
    }

    public override GoKind Kind => GoKind.Struct;

    public override bool IsTrue => true;

    /// <summary>The list or map beneath a named type that has methods (<c>.Files</c>, <c>.Capabilities.APIVersions</c>): what range, len and index see. Null for a struct.</summary>
    public virtual GoValue? Underlying => null;

    /// <summary>What an action prints.</summary>
    public abstract string Print();

    /// <summary>The value of a field; null where the type has no such field.</summary>
    public abstract GoValue? Field(string name);

    /// <summary>What <c>toJson</c> and <c>toYaml</c> write: a map of the exported fields, or what the type's own marshalling says.</summary>
    public virtual GoValue JsonValue => new GoMap();

    /// <summary>A method, which is called with the arguments written after its name; null where the type has none of that name.</summary>
    public virtual Functions.TemplateFunction? Method(string name) => null;

    public override GoValue WithOrigin(ValueOrigin? origin) => this;
}
