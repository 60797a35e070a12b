using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.BuiltIns;

/// <summary><c>.Capabilities.KubeVersion</c>.</summary>
internal sealed class KubernetesVersionObject(KubernetesRelease release) : GoObject
{
    public override string TypeName => "chartutil.KubeVersion";

    public override string Print() => release.Text;

    public override GoValue? Field(string name) => name switch
    {
        "Version" => new GoString(release.Text),
        "Major" => new GoString(release.Major),
        "Minor" => new GoString(release.Minor),
        _ => null,
    };

    public override TemplateFunction? Method(string name) => name switch
    {
        "GitVersion" or "String" => new TemplateFunction(name, [], null, (_, _) => new GoString(release.Text)),
        _ => null,
    };
}
