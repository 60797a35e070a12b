using HardenBuild.Model.Docker.Carriers;

namespace HardenBuild.Scanning.Discovery;

/// <summary>Tells files that may start containers from the many of the same name that do not, by words alone.</summary>
internal static class CarrierSniffer
{
    public static bool IsAboutContainers(ReadOnlySpan<byte> text) =>
        text.IndexOf("docker"u8) >= 0 || text.IndexOf("podman"u8) >= 0 || text.IndexOf("nerdctl"u8) >= 0 || text.IndexOf("DOCKER_"u8) >= 0;

    public static bool IsUnitAboutContainers(ReadOnlySpan<byte> text) => text.IndexOf("[Container]"u8) >= 0 || (text.IndexOf("[Service]"u8) >= 0 && IsAboutContainers(text));

    public static bool HasRunArguments(ReadOnlySpan<byte> text) => text.IndexOf("containerRunArguments"u8) >= 0;

    /// <summary>Whether a YAML file lies where a build service looks for it, and may run something in a container.</summary>
    /// <param name="path">From the repository root, with forward slashes.</param>
    public static bool IsPipeline(string path, ReadOnlySpan<byte> text) =>
        PipelinePaths.KindOf(path) is not null
        && (IsAboutContainers(text) || text.IndexOf("container"u8) >= 0 || text.IndexOf("services:"u8) >= 0 || text.IndexOf("image:"u8) >= 0);
}
