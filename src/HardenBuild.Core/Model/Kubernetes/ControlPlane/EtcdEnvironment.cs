using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes.ControlPlane;

/// <summary>The environment variables that etcd reads beside its flags, which win: <c>ETCD_CERT_FILE</c> is <c>--cert-file</c>.</summary>
/// <remarks>etcd documentation, "Configuration options".</remarks>
internal static class EtcdEnvironment
{
    private const string Prefix = "ETCD_";

    public static void Read(YamlMapping container, ComponentFlags flags)
    {
        var fields = new ManifestFields(container);
        // The variables of a ConfigMap or Secret are not seen here.
        flags.AreAllKnown &= container["envFrom"]?.AsSequence is not { Items.IsEmpty: false };
        foreach (var variable in fields.Objects("env"))
        {
            var entry = new ManifestFields(variable);
            if (entry.Text("name").Known is not { } name || !name.Value.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            var value = variable["valueFrom"] is null ? entry.Text("value") : Setting<string>.Unknown;
            flags.Add(name.Value.Substring(Prefix.Length).ToLowerInvariant(), value.Or(Setting<string>.Unknown), name.Location);
        }
    }
}
