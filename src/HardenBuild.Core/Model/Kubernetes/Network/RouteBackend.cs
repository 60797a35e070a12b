using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>The Service that a route of the Gateway API or a virtual service of Istio sends requests to.</summary>
/// <param name="Route">The object that holds it.</param>
/// <param name="Service">Its name.</param>
/// <param name="Namespace">Written with the name, else that of the route.</param>
/// <param name="Port">Its number; absent where none is written.</param>
internal sealed record RouteBackend(KubernetesObject Route, Setting<string> Service, Setting<string> Namespace, Setting<long> Port)
{
    /// <summary>A route of the Gateway API.</summary>
    public bool IsGatewayApi => Route.ApiGroup == "gateway.networking.k8s.io";

    /// <summary>The backends of an object that are Services; none for other kinds.</summary>
    public static IEnumerable<RouteBackend> Of(KubernetesObject manifest) => (manifest.ApiGroup, manifest.Kind.Value) switch
    {
        ("gateway.networking.k8s.io", "HTTPRoute" or "GRPCRoute" or "TCPRoute" or "UDPRoute" or "TLSRoute") => OfGatewayApi(manifest),
        ("networking.istio.io", "VirtualService") => OfIstio(manifest),
        _ => [],
    };

    private static IEnumerable<RouteBackend> OfGatewayApi(KubernetesObject route)
    {
        foreach (var rule in new ManifestFields(route.Root["spec"]).Objects("rules"))
        {
            foreach (var reference in new ManifestFields(rule).Objects("backendRefs"))
            {
                var fields = new ManifestFields(reference);
                if (fields.Text("group").IsAbsentOr("") && fields.Text("kind").IsAbsentOr("Service"))
                    yield return new RouteBackend(route, fields.Text("name"), fields.Text("namespace").Or(route.Namespace), fields.Integer("port"));
            }
        }
    }

    private static IEnumerable<RouteBackend> OfIstio(KubernetesObject route)
    {
        var spec = new ManifestFields(route.Root["spec"]);
        // Without gateways the routes hold inside of the mesh only.
        if (!spec.Texts("gateways").Items.Any(static gateway => gateway.Value != "mesh"))
            yield break;
        foreach (var rule in spec.Objects("http").Concat(spec.Objects("tls")).Concat(spec.Objects("tcp")))
        {
            foreach (var target in new ManifestFields(rule).Objects("route"))
            {
                var destination = new ManifestFields(target).Object("destination");
                if (Destination(route, destination) is { } backend)
                    yield return backend;
            }
        }
    }

    // A name of the own namespace, or name.namespace.svc.cluster.local; hosts with other dots lie outside of the cluster.
    private static RouteBackend? Destination(KubernetesObject route, ManifestFields destination)
    {
        if (destination.Text("host").Known is not { } host)
            return null;
        var parts = host.Value.Split('.');
        if (parts.Length > 1 && (parts.Length < 3 || parts[2] != "svc"))
            return null;
        var @namespace = parts.Length > 1 ? Setting<string>.Of(parts[1], host.Location) : route.Namespace;
        return new RouteBackend(route, Setting<string>.Of(parts[0], host.Location), @namespace, destination.Object("port").Integer("number"));
    }
}
