using HardenBuild.Model.Compose.Tree;

namespace HardenBuild.Model.Compose.Merging;

/// <summary>What identifies an item of a list, so that another file can replace it. Null for an item of no readable form.</summary>
internal static class MergeKeys
{
    public static string? Text(ComposeNode item) => item.AsScalar is { } scalar ? scalar.Text?.Value ?? scalar.Raw : null;

    /// <summary>The path in the container, of volumes and devices.</summary>
    public static string? Volume(ComposeNode item)
    {
        if (item.AsMapping is { } mapping)
            return mapping["target"] is { } target ? Trim(Text(target)) : null;
        if (item.AsScalar is not { } scalar)
            return null;
        var parts = ComposeVolumeText.Split(scalar.Raw);
        return Trim(Text(scalar.Part(parts[parts.Count > 1 ? 1 : 0])));
    }

    public static string? Secret(ComposeNode item) => Mounted(item, "/run/secrets/");

    public static string? Config(ComposeNode item) => Mounted(item, "/");

    /// <summary>The path of an environment file.</summary>
    public static string? File(ComposeNode item) => item.AsMapping?["path"] is { } path ? Text(path) : null;

    public static string? Subnet(ComposeNode item) => item.AsMapping?["subnet"] is { } subnet ? Text(subnet) : null;

    /// <summary>Address, published port, container port and protocol, whichever form they are written in.</summary>
    public static string? Port(ComposeNode item)
    {
        if (ComposePortReader.Read(item) is not { ContainerPorts: { } container } port || (port.HasHostPort && port.HostPorts is null) || (port.HasHostAddress && port.HostAddress is null))
            return Text(item);
        return $"{port.HostAddress?.Value}:{port.HostPorts?.Value}:{container.Value}/{port.Protocol}";
    }

    private static string? Mounted(ComposeNode item, string folder)
    {
        if (item.AsMapping is not { } mapping)
            return Text(item) is { } name ? folder + name : null;
        if (mapping["target"] is { } target && Text(target) is { } path)
            return path.Length > 0 && path[0] == '/' ? path : folder + path;
        return mapping["source"] is { } source ? folder + Text(source) : null;
    }

    private static string? Trim(string? path) => path is { Length: > 1 } ? path.TrimEnd('/') : path;
}
