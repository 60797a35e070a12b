using System.Diagnostics;

namespace HardenBuild.Benchmarks;

/// <summary>Runs of <c>dotnet</c>, the state of whose build nodes is known.</summary>
internal sealed class TimedBuild(bool isReusingNodes)
{
    /// <summary>Wall time of the whole process in milliseconds.</summary>
    /// <exception cref="InvalidOperationException">It ended with an exit code other than 0.</exception>
    public double Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        // "dotnet run" left the paths of its own MSBuild here.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = isReusingNodes ? "0" : "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var elapsed = watch.Elapsed.TotalMilliseconds;
        return process.ExitCode == 0 ? elapsed : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}\n{output}");
    }
}
