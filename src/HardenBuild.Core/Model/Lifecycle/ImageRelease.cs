using HardenBuild.Model.Docker;

namespace HardenBuild.Model.Lifecycle;

/// <summary>A product and its version as an image's reference names them.</summary>
/// <param name="Product">In the words of <c>end-of-support.csv</c>.</param>
internal readonly record struct ImageRelease(string Product, string Version)
{
    private const string Library = "docker.io/library/";

    private static readonly char[] Separators = ['-', '_'];

    /// <summary>What the image is made for, then the system below it, as far as name and tag say.</summary>
    public static IEnumerable<ImageRelease> Of(ImageReference image)
    {
        if (!image.IsTagKnown)
            yield break;
        if (ProductOf(image.CanonicalRepository) is { } product && VersionOf(product, image) is { Length: > 0 } version)
            yield return new ImageRelease(product, version);
        if (SystemOf(image.Tag?.Value ?? "") is { } system)
            yield return system;
    }

    /// <summary>Product and version of a Microsoft .NET image; null for others and for a tag without a version.</summary>
    public static ImageRelease? OfDotNet(ImageReference image)
    {
        if (!image.IsTagKnown || DotNetImages.Find(image)?.DotNet is not { } dotnet || LeadingVersion(image.Tag?.Value ?? "") is not { Length: > 0 } version)
            return null;
        if (dotnet.Family == "dotnet/framework")
            return new ImageRelease("dotnet-framework", version);
        return dotnet.Repository is "sdk" or "aspnet" or "runtime" or "runtime-deps" or "monitor" or "samples" ? new ImageRelease("dotnet", version) : null;
    }

    /// <summary>The system that a part of a tag names: <c>bookworm-slim</c>, <c>alpine3.20</c>, <c>nanoserver-1809</c>.</summary>
    public static ImageRelease? SystemOf(string tag)
    {
        var parts = tag.ToLowerInvariant().Split(Separators);
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            if (part is "nanoserver" && i + 1 < parts.Length)
                return new ImageRelease("windows-nanoserver", parts[i + 1]);
            if (part is "windowsservercore" or "servercore" && i + 1 < parts.Length)
                return new ImageRelease("windows-servercore", parts[i + 1]);
            foreach (var (prefix, product) in ((string, string)[])[("alpine", "alpine"), ("mariner", "azurelinux"), ("azurelinux", "azurelinux"), ("ubi", "rhel")])
            {
                if (part.Length > prefix.Length && part.StartsWith(prefix, StringComparison.Ordinal) && part[prefix.Length] is >= '0' and <= '9')
                    return new ImageRelease(product, part.Substring(prefix.Length));
            }

            foreach (var distribution in (string[])["debian", "ubuntu"])
            {
                if (part.Length > 3 && part[0] is >= 'a' and <= 'z' && LifecycleData.Find(distribution, part) is not null)
                    return new ImageRelease(distribution, part);
            }
        }

        return null;
    }

    private static string? ProductOf(string repository)
    {
        if (repository.StartsWith("public.ecr.aws/docker/library/", StringComparison.Ordinal))
            repository = $"{Library}{repository.Substring("public.ecr.aws/docker/library/".Length)}";
        if (repository.StartsWith("registry.access.redhat.com/ubi", StringComparison.Ordinal) || repository.StartsWith("registry.redhat.io/ubi", StringComparison.Ordinal))
            return "rhel";
        switch (repository)
        {
            case "docker.io/opensuse/leap":
                return "opensuse-leap";
            case "quay.io/centos/centos":
                return "centos";
            case "docker.io/rockylinux/rockylinux" or "quay.io/rockylinux/rockylinux":
                return "rockylinux";
            case "docker.io/almalinux/almalinux" or "quay.io/almalinuxorg/almalinux":
                return "almalinux";
            case "mcr.microsoft.com/windows/nanoserver":
                return "windows-nanoserver";
            case "mcr.microsoft.com/windows/servercore" or "mcr.microsoft.com/windows/servercore/iis" or "mcr.microsoft.com/windows/server":
                return "windows-servercore";
            case "mcr.microsoft.com/cbl-mariner/base/core" or "mcr.microsoft.com/azurelinux/base/core":
                return "azurelinux";
        }

        if (!repository.StartsWith(Library, StringComparison.Ordinal))
            return null;
        var name = repository.Substring(Library.Length);
        return name is "debian" or "ubuntu" or "alpine" or "centos" or "rockylinux" or "almalinux" or "fedora" or "oraclelinux" or "amazonlinux" or "node" or "python"
            or "golang" or "php" or "ruby" or "openjdk" or "eclipse-temurin" or "postgres" or "mysql" or "mariadb" or "redis" or "nginx" ? name : null;
    }

    private static string VersionOf(string product, ImageReference image)
    {
        var tag = image.Tag?.Value.ToLowerInvariant() ?? "";
        if (product == "rhel")
            return UbiVersion(image.CanonicalRepository);
        if (product.StartsWith("windows-", StringComparison.Ordinal) || tag.StartsWith("stream", StringComparison.Ordinal))
            return FirstPart(tag.StartsWith("windowsservercore-", StringComparison.Ordinal) ? tag.Substring("windowsservercore-".Length) : tag);
        // Early access builds are the one kind of tag of openjdk that is still made.
        if (product == "openjdk" && tag.Contains("-ea", StringComparison.Ordinal))
            return "";
        if (product == "centos" && image.Registry is null && tag is "" or "latest")
            return "8";
        if (product == "centos" && tag.StartsWith("centos", StringComparison.Ordinal))
            tag = tag.Substring("centos".Length);
        return product is "debian" or "ubuntu" && tag.Length > 0 && tag[0] is >= 'a' and <= 'z' ? FirstPart(tag) : LeadingVersion(tag);
    }

    /// <summary><c>8</c> of <c>registry.access.redhat.com/ubi8/dotnet-80</c>.</summary>
    private static string UbiVersion(string repository) => LeadingVersion(repository.Substring(repository.IndexOf("/ubi", StringComparison.Ordinal) + "/ubi".Length));

    private static string FirstPart(string tag)
    {
        var end = tag.IndexOfAny(Separators);
        return end < 0 ? tag : tag.Substring(0, end);
    }

    private static string LeadingVersion(string tag)
    {
        var end = 0;
        while (end < tag.Length && tag[end] is (>= '0' and <= '9') or '.')
            end++;
        return tag.Substring(0, end).TrimEnd('.');
    }
}
