using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.BuiltIns;

/// <summary><c>.Capabilities.KubeVersion</c>.</summary>
/// <param name="compared">What it prints.</param>
internal sealed class KubernetesVersionObject(KubernetesRelease release, string compared) : GoObject
{
    public override string TypeName => "chartutil.KubeVersion";

    public override string Print() => compared;

    public override GoValue? Field(string name) => name switch
    {
        "Version" => new GoString(release.Text),
        "Major" => new GoString(release.Major),
        "Minor" => new GoString(release.Minor),
        _ => null,
    };

    public override TemplateFunction? Method(string name) => name switch
    {
        "GitVersion" => new TemplateFunction(name, [], null, (_, _) => new GoString(release.Text)),
        "String" => new TemplateFunction(name, [], null, (_, _) => new GoString(compared)),
        _ => null,
    };
}
