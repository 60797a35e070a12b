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

    /// <summary>What an action prints.</summary>
    public abstract string Print();

    /// <summary>The value of a field; null where the type has no such field.</summary>
    public abstract GoValue? Field(string name);

    /// <summary>A method, which is called with the arguments written after its name; null where the type has none of that name.</summary>
    public virtual Functions.TemplateFunction? Method(string name) => null;

    public override GoValue WithOrigin(ValueOrigin? origin) => this;
}
