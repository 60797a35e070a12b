using System.Diagnostics;
using System.Globalization;

namespace HardenBuild.Tool.Tests.Hostile;

/// <summary>Signals to the real process, in the middle of a scan.</summary>
public sealed class InterruptTests
{
    // Long enough for the signal to arrive while files are parsed, whatever the machine.
    private const int Files = 400;

    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public void A_signal_ends_the_scan_without_a_report(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        using var folder = new ToolRun();
        var manifest = "apiVersion: v1\nkind: List\nitems:\n" + string.Concat(Enumerable.Repeat("- {a: [b, c, {d: e}]}\n", 20_000));
        for (var i = 0; i < Files; i++)
            folder.Write($"m{i}.yaml", manifest);

        using var tool = Start(folder.Folder, "scan", "--format", "sarif", "--output", "a.sarif", "--format", "json", "--output", "b.json", "--format", "text");
        WaitUntilParsing(tool);
        Unix.Run("kill", signal, tool.Id.ToString(CultureInfo.InvariantCulture));
        var output = tool.StandardOutput.ReadToEnd();
        var error = tool.StandardError.ReadToEnd();
        tool.WaitForExit();

        Assert.Equal(130, tool.ExitCode);
        Assert.Equal("", output);
        Assert.Equal("hardenbuild: interrupted, nothing was reported\n", error);
        Assert.Equal(Files, Directory.GetFileSystemEntries(folder.Folder).Length);
    }

    // The YAML library is loaded when the first file is parsed.
    private static void WaitUntilParsing(Process tool)
    {
        while (!tool.HasExited && !File.ReadAllText($"/proc/{tool.Id}/maps").Contains("YamlDotNet.dll", StringComparison.Ordinal))
            Thread.Sleep(5);
        Assert.False(tool.HasExited);
    }

    private static Process Start(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("env") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // A shell starts background jobs with SIGINT ignored, and their children inherit that.
        string[] command = ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "hardenbuild.dll"), .. args];
        foreach (var arg in command)
            start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }
}
