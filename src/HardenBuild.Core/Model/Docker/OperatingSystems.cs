namespace HardenBuild.Model.Docker;

/// <summary>Tells what a stage runs on.</summary>
internal static class OperatingSystems
{
    /// <summary>By descending certainty: the parent stage, the known image, the platform, words in the reference, the escape character of Windows files.</summary>
    public static ContainerOperatingSystem Of(StageBase stageBase, string? platform, char escape)
    {
        if (stageBase.Stage is { } parent)
            return parent.OperatingSystem;
        if (stageBase.Known is { } known)
            return known.OperatingSystem;
        if (platform is not null && platform.StartsWith("windows", StringComparison.OrdinalIgnoreCase))
            return ContainerOperatingSystem.Windows;
        if (platform is not null && platform.StartsWith("linux", StringComparison.OrdinalIgnoreCase))
            return ContainerOperatingSystem.Linux;
        if (stageBase.Image is { } image && NamesWindows(image.Text.Value))
            return ContainerOperatingSystem.Windows;
        return escape == '`' ? ContainerOperatingSystem.Windows : ContainerOperatingSystem.Unknown;
    }

    private static bool NamesWindows(string reference) =>
        Contains(reference, "nanoserver") || Contains(reference, "servercore") || Contains(reference, "mcr.microsoft.com/windows");

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
