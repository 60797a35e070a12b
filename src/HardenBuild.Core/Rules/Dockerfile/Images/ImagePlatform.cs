using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Images;

/// <summary>Reads which platform the name of an image or of a platform stands for.</summary>
internal static class ImagePlatform
{
    private static readonly char[] Separators = ['-', '_', '.'];

    /// <summary>The processor in <c>os/arch</c> or <c>arch</c>, in Docker's word; null when there is none.</summary>
    public static string? ArchitectureOf(string platform)
    {
        var parts = platform.Split('/');
        return parts.Length > 1 ? Normalize(parts[1]) : Normalize(parts[0]);
    }

    /// <summary>The operating system in <c>os/arch</c>; null when there is none.</summary>
    public static string? OperatingSystemOf(string platform) => platform.Split('/')[0].ToLowerInvariant() is "linux" or "windows" ? platform.Split('/')[0].ToLowerInvariant() : null;

    /// <summary>The processor that an image is for: the end of its tag or name, or the publisher of official images for one processor.</summary>
    public static string? ArchitectureOf(ImageReference image)
    {
        // Images of cross-compilers are named after the platform that they compile for.
        if (image.HasUnknownVariables || image.Text.Value.Contains("cross", StringComparison.OrdinalIgnoreCase))
            return null;
        if (image.Tag is { } tag && LastPart(tag.Value) is { } fromTag)
            return fromTag;
        var path = image.Repository.Value.Split('/');
        return path.Length == 2 && image.Registry is null && Normalize(path[0]) is { } publisher ? publisher : LastPart(path[path.Length - 1]);
    }

    /// <summary>The operating system that an image is for by its name; null when it does not tell.</summary>
    public static string? OperatingSystemOf(ImageReference image)
    {
        var text = image.Text.Value;
        if (Contains(text, "nanoserver") || Contains(text, "servercore") || Contains(text, "mcr.microsoft.com/windows"))
            return "windows";
        var namesLinux = Contains(text, "alpine") || Contains(text, "debian") || Contains(text, "ubuntu") || Contains(text, "noble") || Contains(text, "jammy")
            || Contains(text, "bookworm") || Contains(text, "trixie") || Contains(text, "azurelinux") || Contains(text, "busybox");
        return namesLinux ? "linux" : null;
    }

    // The name of a publisher or image may be a processor, but `x64` alone in the middle of a tag says little: only the end counts.
    private static string? LastPart(string text)
    {
        if (text.EndsWith("x86_64", StringComparison.OrdinalIgnoreCase))
            return "amd64";
        var at = text.LastIndexOfAny(Separators);
        return at < 0 ? null : Normalize(text.Substring(at + 1));
    }

    private static string? Normalize(string word) => word.ToLowerInvariant() switch
    {
        "amd64" or "x86_64" or "x86-64" => "amd64",
        "arm64" or "arm64v8" or "aarch64" => "arm64",
        "arm" or "arm32v5" or "arm32v6" or "arm32v7" or "armhf" or "armel" => "arm",
        "386" or "i386" => "386",
        "ppc64le" => "ppc64le",
        "s390x" => "s390x",
        "riscv64" => "riscv64",
        "mips64le" => "mips64le",
        _ => null,
    };

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
