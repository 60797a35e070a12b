using System.Diagnostics;

namespace HardenBuild.Tool.Tests.Hostile;

/// <summary>What .NET has no method for.</summary>
internal static class Unix
{
    /// <summary>Whether this user may open any file: root, and everybody on Windows, where there are no mode bits.</summary>
    public static bool IgnoresPermissions => OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess;

    public static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
