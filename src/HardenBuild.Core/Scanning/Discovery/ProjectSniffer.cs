namespace HardenBuild.Scanning.Discovery;

/// <summary>Tells the project files that say something about containers from the many that do not.</summary>
internal static class ProjectSniffer
{
    public static bool IsAboutContainers(string text) =>
        text.Contains("Container", StringComparison.Ordinal) || text.Contains("Dockerfile", StringComparison.Ordinal) || text.Contains("DockerCompose", StringComparison.Ordinal);
}
