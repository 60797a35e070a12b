using System.Collections.Immutable;

namespace HardenBuild.Model.Docker;

/// <summary>Microsoft's .NET images.</summary>
/// <remarks>
/// Source: the Dockerfiles in https://github.com/dotnet/dotnet-docker/tree/main/src. From 8.0 on the Linux images define user <c>app</c>
/// with UID 1654 and the variable APP_UID; only the chiseled and distroless variants run as that user by default.
/// </remarks>
internal static class DotNetImages
{
    public const string ApplicationUserId = "1654";

    private const int FirstWithApplicationUser = 8;

    // A name too many only keeps rules silent.
    private static readonly ImmutableArray<string> OfSomeVariants =
    [
        "ASPNETCORE_URLS", "DOTNET_SDK_VERSION", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "DOTNET_USE_POLLING_FILE_WATCHER", "DOTNET_GENERATE_ASPNET_CERTIFICATE", "DOTNET_NOLOGO",
        "DOTNET_ROLL_FORWARD", "DOTNET_ROLL_FORWARD_TO_PRERELEASE", "COMPlus_EnableDiagnostics", "NUGET_XMLDOC_MODE", "POWERSHELL_DISTRIBUTION_CHANNEL", "LANG", "LC_ALL", "Logging__Console__FormatterName",
    ];

    private const string Prefix = "mcr.microsoft.com/dotnet/";

    public static KnownBaseImage? Find(ImageReference image)
    {
        var repository = image.CanonicalRepository;
        if (!repository.StartsWith(Prefix, StringComparison.Ordinal) || repository.Contains('\uFFFC'))
            return null;
        var path = repository.Substring(Prefix.Length);
        if (path.StartsWith("nightly/", StringComparison.Ordinal))
            path = path.Substring("nightly/".Length);
        var slash = path.IndexOf('/');
        if (slash < 0)
            return Describe(image, "dotnet", path);
        var family = path.Substring(0, slash);
        var name = path.Substring(slash + 1);
        return family switch
        {
            "core" => Describe(image, "dotnet/core", name),
            "framework" => DescribeFramework(image, name),
            _ => null,
        };
    }

    private static KnownBaseImage Describe(ImageReference image, string family, string name)
    {
        var tag = image.Tag?.Value ?? "";
        var (major, minor) = ReadVersion(tag);
        if (IsWindowsTag(tag))
            return DescribeWindows(tag, new DotNetImage(family, name, major, minor, HasApplicationUser: false), environment: Variables(major, hasUser: false));

        // A floating tag means the current release, which is newer than 8.0.
        bool? hasUser = major is { } known ? known >= FirstWithApplicationUser : image.IsTagKnown ? true : null;
        var isDistroless = Contains(tag, "chiseled") || Contains(tag, "distroless");
        return new KnownBaseImage
        {
            User = isDistroless ? ApplicationUserId : image.IsTagKnown || image.Digest is not null ? "root" : null,
            Shell = isDistroless ? [] : ["/bin/sh", "-c"],
            PackageManager = isDistroless ? null : PackageManagerOf(tag),
            Environment = Variables(major, hasUser ?? false),
            PossibleVariables = OfSomeVariants,
            IsEnvironmentComplete = hasUser is not null && family == "dotnet" && name is "sdk" or "aspnet" or "runtime" or "runtime-deps",
            DotNet = new DotNetImage(family, name, major, minor, hasUser),
        };
    }

    private static KnownBaseImage DescribeFramework(ImageReference image, string name)
    {
        var (major, minor) = ReadVersion(image.Tag?.Value ?? "");
        return DescribeWindows(image.Tag?.Value ?? "", new DotNetImage("dotnet/framework", name, major, minor, HasApplicationUser: false), []);
    }

    private static KnownBaseImage DescribeWindows(string tag, DotNetImage image, ImmutableArray<KeyValuePair<string, string?>> environment) => new()
    {
        OperatingSystem = ContainerOperatingSystem.Windows,
        User = Contains(tag, "nanoserver") ? "ContainerUser" : "ContainerAdministrator",
        Shell = ["cmd", "/S", "/C"],
        Environment = environment,
        DotNet = image,
    };

    private static ImmutableArray<KeyValuePair<string, string?>> Variables(int? major, bool hasUser)
    {
        var variables = ImmutableArray.CreateBuilder<KeyValuePair<string, string?>>();
        variables.Add(new("DOTNET_RUNNING_IN_CONTAINER", "true"));
        variables.Add(new("DOTNET_VERSION", null));
        variables.Add(new("ASPNET_VERSION", null));
        if (hasUser)
            variables.Add(new("APP_UID", ApplicationUserId));
        if (major is null or >= FirstWithApplicationUser)
            variables.Add(new("ASPNETCORE_HTTP_PORTS", "8080"));
        return variables.ToImmutable();
    }

    private static string? PackageManagerOf(string tag)
    {
        if (Contains(tag, "alpine"))
            return "apk";
        return Contains(tag, "azurelinux") || Contains(tag, "cbl-mariner") ? "tdnf" : "apt-get";
    }

    private static bool IsWindowsTag(string tag) =>
        Contains(tag, "nanoserver") || Contains(tag, "windowsservercore") || Contains(tag, "servercore") || Contains(tag, "ltsc");

    /// <summary>Major and minor at the start of a tag: 8 and 0 of <c>8.0.11-noble</c>.</summary>
    private static (int? Major, int? Minor) ReadVersion(string tag)
    {
        var end = DigitsEnd(tag, 0);
        if (end is 0 or > 4)
            return (null, null);
        // An unknown rest may still be digits: `1${X}` is not version 1.
        if (end < tag.Length && tag[end] is not ('.' or '-'))
            return (null, null);
        var major = ParseDigits(tag, 0, end);
        if (end == tag.Length || tag[end] != '.')
            return (major, null);
        var minorEnd = DigitsEnd(tag, end + 1);
        return (major, minorEnd > end + 1 && minorEnd - end < 6 ? ParseDigits(tag, end + 1, minorEnd) : null);
    }

    private static int DigitsEnd(string text, int start)
    {
        while (start < text.Length && text[start] is >= '0' and <= '9')
            start++;
        return start;
    }

    private static int ParseDigits(string text, int start, int end)
    {
        var value = 0;
        for (var i = start; i < end; i++)
            value = (value * 10) + text[i] - '0';
        return value;
    }

    private static bool Contains(string tag, string part) => tag.Contains(part, StringComparison.OrdinalIgnoreCase);
}
