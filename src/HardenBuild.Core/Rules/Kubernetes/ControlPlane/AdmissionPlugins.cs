using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>The admission plugins that an API server is told to run or not to run.</summary>
internal static class AdmissionPlugins
{
    public const string EnableFlag = "enable-admission-plugins";
    public const string DisableFlag = "disable-admission-plugins";

    /// <remarks>Before Kubernetes 1.10 the flag was <c>--admission-control</c>.</remarks>
    public static TextList Enabled(ComponentOptions options) =>
        options.LocationOf(EnableFlag) is null && options.LocationOf("admission-control") is not null ? options.List("admission-control") : options.List(EnableFlag);
}
