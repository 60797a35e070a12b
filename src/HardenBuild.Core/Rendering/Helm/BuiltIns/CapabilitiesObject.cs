using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.BuiltIns;

/// <summary>Makes <c>.Capabilities</c>.</summary>
internal static class CapabilitiesObject
{
    public static GoObject Of(RenderOptions options) => new StructObject(
        "*chartutil.Capabilities",
        [
            ("KubeVersion", new KubernetesVersionObject(options.Kubernetes)),
            ("APIVersions", new ApiVersions(options.ApiVersions)),
            ("HelmVersion", new StructObject(
                "version.BuildInfo",
                [
                    ("Version", new GoString(options.Helm.Text)),
                    ("GitCommit", GoString.Empty),
                    ("GitTreeState", GoString.Empty),
                    ("GoVersion", GoString.Empty),
                ])),
        ]);
}
