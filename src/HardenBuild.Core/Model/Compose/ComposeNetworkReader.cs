using System.Collections.Immutable;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads the networks of a service with what the project says of them.</summary>
internal sealed class ComposeNetworkReader(ComposeMapping project)
{
    private readonly ComposeMapping? _networks = project.Mapping("networks");

    public ImmutableArray<ContainerNetwork> Read(ComposeMapping service)
    {
        var networks = ImmutableArray.CreateBuilder<ContainerNetwork>();
        foreach (var member in service.Mapping("networks")?.Members ?? [])
            networks.Add(Read(member.Key));

        // A service that names none is in the network 'default'.
        if (networks.Count == 0 && service["network_mode"] is null && _networks?.Find("default") is { } standard)
            networks.Add(Read(standard.Key));
        return networks.ToImmutable();
    }

    private ContainerNetwork Read(Located<string> name)
    {
        var network = _networks?.Mapping(name.Value);
        var external = network?["external"];
        var externalName = external?.Boolean is { Value: true } ? network?["name"]?.Text ?? name : external?.AsMapping?["name"]?.Text;
        var encrypted = network?.Mapping("driver_opts")?.Find("encrypted")?.Value;
        return new ContainerNetwork(name, network?["driver"]?.Text)
        {
            ExternalName = externalName,
            IsEncrypted = encrypted is not null && encrypted.Boolean is not { Value: false },
        };
    }
}
