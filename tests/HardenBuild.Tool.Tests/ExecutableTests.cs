using System.Diagnostics;

namespace HardenBuild.Tool.Tests;

/// <summary>What only a process can show: streams, bytes and exit codes.</summary>
public sealed class ExecutableTests
{
    [Fact]
    public void Output_is_utf8_without_a_byte_order_mark()
    {
        using var tool = Start("rules", "--format", "json");
        using var bytes = new MemoryStream();
        tool.StandardOutput.BaseStream.CopyTo(bytes);
        tool.WaitForExit();

        Assert.Equal(0, tool.ExitCode);
        Assert.Equal((byte)'[', bytes.ToArray()[0]);
    }

    [Fact]
    public void Bad_arguments_exit_with_two()
    {
        using var tool = Start("scan", "--bogus");
        var error = tool.StandardError.ReadToEnd();
        tool.WaitForExit();

        Assert.Equal(2, tool.ExitCode);
        Assert.Contains("--bogus", error, StringComparison.Ordinal);
    }

    private static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in args.Prepend(Path.Combine(AppContext.BaseDirectory, "hardenbuild.dll")))
            start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }
}
