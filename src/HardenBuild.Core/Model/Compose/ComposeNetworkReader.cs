using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads the networks of a service with what the project says of them.</summary>
internal sealed class ComposeNetworkReader(ComposeLayers project, ComposeValues values)
{
    private readonly ComposeLayers _networks = project.Nested("networks");

    public ImmutableArray<ContainerNetwork> Read(ComposeLayers service)
    {
        var networks = ImmutableArray.CreateBuilder<ContainerNetwork>();
        foreach (var name in values.Names(service.All("networks")))
            networks.Add(Read(name));

        // A service that names none is in the network 'default'.
        if (networks.Count == 0 && service.Last("network_mode") is null && FindDefault() is { } standard)
            networks.Add(Read(standard));
        return networks.ToImmutable();
    }

    private Located<string>? FindDefault()
    {
        foreach (var key in _networks.Keys())
        {
            if (key.Value == "default")
                return new Located<string>(key.Value, key.Location);
        }

        return null;
    }

    private ContainerNetwork Read(Located<string> name)
    {
        var network = _networks.Nested(name.Value);
        var external = network.Last("external");
        var externalName = values.Boolean(external) is { Value: true } ? values.Text(network.Last("name")) ?? name : values.Text((external as YamlMapping)?["name"]);
        var encrypted = network.Nested("driver_opts").Last("encrypted");
        return new ContainerNetwork(name, values.Text(network.Last("driver")))
        {
            ExternalName = externalName,
            IsEncrypted = encrypted is not null && values.Boolean(encrypted) is not { Value: false },
        };
    }
}
