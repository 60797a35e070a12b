using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Health;

/// <summary>Knows which programs of health checks well-known images lack.</summary>
/// <remarks>General knowledge of the images as of 2026-11; where it is in doubt the program counts as present.</remarks>
internal static class ImageTools
{
    private const string Library = "docker.io/library/";
    private const int FirstDotNetVersion = 8;

    /// <summary>Whether an image has no shell at all.</summary>
    public static bool HasNoShell(StageBase image) => image.Known is { Shell.IsEmpty: true, OperatingSystem: ContainerOperatingSystem.Linux };

    /// <summary>Whether an image lacks a program for sure.</summary>
    /// <param name="program">By name: <c>curl</c>, <c>wget</c>, <c>bash</c>, <c>nc</c>, <c>sh</c>.</param>
    public static bool Lacks(StageBase stageBase, string program)
    {
        if (stageBase is not { Kind: StageBaseKind.Image, Image: { IsTagKnown: true } image })
            return false;
        if (HasNoShell(stageBase))
            return program is "curl" or "wget" or "bash" or "nc" or "sh";
        if (stageBase.Known is { OperatingSystem: ContainerOperatingSystem.Windows })
            return false;
        var tag = image.Tag?.Value ?? "";
        return image.CanonicalRepository switch
        {
            Library + "alpine" or Library + "busybox" => program is "curl" or "bash",
            Library + "debian" or Library + "ubuntu" => program is "curl" or "wget" or "nc",
            Library + "python" or Library + "node" when tag.Contains("alpine", StringComparison.Ordinal) => program is "curl" or "bash",
            Library + "python" or Library + "node" when tag.Contains("slim", StringComparison.Ordinal) => program is "curl" or "wget" or "nc",
            _ => stageBase.Known is { DotNet: { IsRuntime: true, Family: "dotnet", Major: null or >= FirstDotNetVersion } } known && IsMissing(known.PackageManager, program),
        };
    }

    private static bool IsMissing(string? packageManager, string program) => packageManager switch
    {
        "apt-get" => program is "curl" or "wget" or "nc",
        "apk" => program is "curl" or "bash",
        _ => false,
    };
}
