using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Copying;

/// <summary>Which base images are known to leave the working directory at the root.</summary>
/// <remarks>General knowledge of official images; an image in doubt is left out, so that it is unknown.</remarks>
internal static class BaseImageFolders
{
    private const string Library = "docker.io/library/";

    /// <summary>Whether nothing below the stages of a file sets a working directory. What stands without a FROM has nothing below it either.</summary>
    public static bool LeaveRoot(DockerfileStage stage)
    {
        var root = stage;
        while (root.Base.Stage is { } parent)
            root = parent;
        if (root.IsImplicit || root.Base.Kind == StageBaseKind.Scratch)
            return true;
        if (root.Base is not { Image: { } image, Candidates.IsEmpty: true } || image.Tag is { } tag && tag.Value.Contains("onbuild", StringComparison.Ordinal))
            return false;
        return root.Base.Known?.DotNet is { Family: "dotnet" } dotnet ? dotnet.IsSdk || dotnet.IsRuntime : IsOfficialWithoutFolder(image.CanonicalRepository);
    }

    private static bool IsOfficialWithoutFolder(string repository) =>
        repository.StartsWith(Library, StringComparison.Ordinal)
        && repository.Substring(Library.Length) is "alpine" or "debian" or "ubuntu" or "busybox" or "fedora" or "centos" or "almalinux" or "rockylinux" or "amazonlinux"
            or "oraclelinux" or "archlinux" or "buildpack-deps" or "gcc" or "python" or "pypy" or "node" or "ruby" or "rust" or "erlang" or "elixir" or "haskell"
            or "nginx" or "openjdk" or "eclipse-temurin" or "amazoncorretto" or "sapmachine" or "ibmjava" or "postgres" or "mysql" or "mariadb" or "mongo" or "rabbitmq"
            or "docker" or "bash" or "traefik" or "registry";
}
