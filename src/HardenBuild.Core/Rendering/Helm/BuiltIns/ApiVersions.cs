using HardenBuild.Rendering.Helm.Functions;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.BuiltIns;

/// <summary><c>.Capabilities.APIVersions</c>: what the cluster is said to know.</summary>
internal sealed class ApiVersions : GoObject
{
    private static readonly string[] BuiltIn =
    [
        "v1",
        "admissionregistration.k8s.io/v1",
        "admissionregistration.k8s.io/v1alpha1",
        "admissionregistration.k8s.io/v1beta1",
        "internal.apiserver.k8s.io/v1alpha1",
        "apps/v1",
        "apps/v1beta1",
        "apps/v1beta2",
        "authentication.k8s.io/v1",
        "authentication.k8s.io/v1alpha1",
        "authentication.k8s.io/v1beta1",
        "authorization.k8s.io/v1",
        "authorization.k8s.io/v1beta1",
        "autoscaling/v1",
        "autoscaling/v2",
        "autoscaling/v2beta1",
        "autoscaling/v2beta2",
        "batch/v1",
        "batch/v1beta1",
        "certificates.k8s.io/v1",
        "certificates.k8s.io/v1beta1",
        "certificates.k8s.io/v1alpha1",
        "coordination.k8s.io/v1alpha2",
        "coordination.k8s.io/v1beta1",
        "coordination.k8s.io/v1",
        "discovery.k8s.io/v1",
        "discovery.k8s.io/v1beta1",
        "events.k8s.io/v1",
        "events.k8s.io/v1beta1",
        "extensions/v1beta1",
        "flowcontrol.apiserver.k8s.io/v1",
        "flowcontrol.apiserver.k8s.io/v1beta1",
        "flowcontrol.apiserver.k8s.io/v1beta2",
        "flowcontrol.apiserver.k8s.io/v1beta3",
        "networking.k8s.io/v1",
        "networking.k8s.io/v1beta1",
        "node.k8s.io/v1",
        "node.k8s.io/v1alpha1",
        "node.k8s.io/v1beta1",
        "policy/v1",
        "policy/v1beta1",
        "rbac.authorization.k8s.io/v1",
        "rbac.authorization.k8s.io/v1beta1",
        "rbac.authorization.k8s.io/v1alpha1",
        "resource.k8s.io/v1",
        "resource.k8s.io/v1beta2",
        "resource.k8s.io/v1beta1",
        "resource.k8s.io/v1alpha3",
        "scheduling.k8s.io/v1alpha1",
        "scheduling.k8s.io/v1beta1",
        "scheduling.k8s.io/v1",
        "storage.k8s.io/v1beta1",
        "storage.k8s.io/v1",
        "storage.k8s.io/v1alpha1",
        "storagemigration.k8s.io/v1beta1",
        "apiextensions.k8s.io/v1beta1",
        "apiextensions.k8s.io/v1",
    ];

    private readonly HashSet<string> _known;
    private readonly GoList _list;

    /// <param name="added">What the user names beside the versions that Helm is built with.</param>
    /// <remarks>client-go's kubernetes/scheme of Kubernetes 1.35, and apiextensions. Helm knows groups and versions only: <c>apps/v1/Deployment</c> needs a cluster.</remarks>
    public ApiVersions(IEnumerable<string> added)
    {
        string[] all = [.. BuiltIn, .. added];
        _known = new HashSet<string>(all, StringComparer.Ordinal);
        _list = new GoList([.. all.Select(static version => new GoString(version))], "string");
    }

    /// <summary>Whether Helm knows a version without a cluster.</summary>
    public static bool IsBuiltIn(string version) => Array.IndexOf(BuiltIn, version) >= 0;

    public override GoKind Kind => GoKind.Slice;

    public override string TypeName => "chartutil.VersionSet";

    public override GoValue? Underlying => _list;

    public override GoValue JsonValue => _list;

    public override string Print() => GoPrinter.Print(_list);

    public override GoValue? Field(string name) => null;

    public override TemplateFunction? Method(string name) => name == "Has"
        ? new TemplateFunction(name, [ParameterKind.String], null, (_, arguments) => GoBoolean.Of(_known.Contains(((GoString)arguments[0]).Value)))
        : null;
}
