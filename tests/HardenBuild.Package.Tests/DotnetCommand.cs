using System.Diagnostics;

namespace HardenBuild.Package.Tests;

/// <summary>A run of <c>dotnet</c> as a user would start it.</summary>
internal static class DotnetCommand
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(15);

    public static Task<(int ExitCode, string Output)> Run(string folder, params IEnumerable<string> arguments) => Start("dotnet", folder, arguments);

    /// <summary>A run of another program, on the same terms.</summary>
    public static async Task<(int ExitCode, string Output)> Start(string program, string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // The test runner was started by another MSBuild, whose paths must not reach this one.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        // Annotations of a CI system change what is logged; these tests are about every other machine.
        start.Environment.Remove("GITHUB_ACTIONS");

        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Timeout);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            return (process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took more than {Timeout}");
        }
    }

    public static async Task Succeed(string folder, params IEnumerable<string> arguments)
    {
        var (exitCode, output) = await Run(folder, arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {exitCode}\n{output}");
    }
}
