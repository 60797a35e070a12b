using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>The Service that an Ingress sends requests to.</summary>
/// <param name="Service">Its name; absent for other backends.</param>
/// <param name="PortName">Absent where the port is a number.</param>
/// <param name="PortNumber">Absent where the port is a name.</param>
/// <param name="PortLocation">The port, else the name.</param>
/// <param name="IsOldForm">Written with <c>serviceName</c>, which <c>networking.k8s.io/v1</c> does not know.</param>
internal sealed record IngressBackend(Setting<string> Service, Setting<string> PortName, Setting<long> PortNumber, SourceLocation? PortLocation, bool IsOldForm)
{
    /// <summary>Null for anything else than a Service.</summary>
    public static IngressBackend? From(YamlNode? node)
    {
        var fields = new ManifestFields(node);
        if (fields.Mapping is null)
            return null;
        var service = fields.Object("service");
        if (service.Mapping is not null)
        {
            var port = service.Object("port");
            return new IngressBackend(service.Text("name"), port.Text("name"), port.Integer("number"), (port.Mapping?["number"] ?? port.Mapping?["name"])?.Location, IsOldForm: false);
        }

        if (fields.Text("serviceName").IsAbsent)
            return null;
        var number = fields.Integer("servicePort") is { Known: not null } known ? known : Setting<long>.Absent;
        var name = number.IsAbsent ? fields.Text("servicePort") : Setting<string>.Absent;
        return new IngressBackend(fields.Text("serviceName"), name, number, fields.Mapping["servicePort"]?.Location, IsOldForm: true);
    }
}
