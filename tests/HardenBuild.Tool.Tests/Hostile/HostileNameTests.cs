namespace HardenBuild.Tool.Tests.Hostile;

/// <summary>Names and text of a scanned repository that would command the terminal or build agent of whoever scans it.</summary>
public sealed class HostileNameTests : IDisposable
{
    private readonly ToolRun _tool = new();

    [Theory]
    [InlineData("text")]
    [InlineData("msbuild")]
    [InlineData("json")]
    [InlineData("sarif")]
    public void No_report_obeys_a_name_or_a_text(string format)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such file names");
        const string Text = "FROM alpine:3\u001b[31m\nUSER 1000\n\u001b[31mRUNN\n##vso[task.complete]\n::error::RUNN\n";
        foreach (var name in new[] { "\u001b[31m.Dockerfile", "##vso[task.complete].Dockerfile", "::error file=x::y.Dockerfile", "a\n::error::b.Dockerfile" })
            _tool.Write(name, Text);

        Assert.Equal(1, _tool.Run("scan", "--format", format));
        AssertHarmless(_tool.Output);
        Assert.Equal("", _tool.Error);
    }

    [Fact]
    public void Names_and_texts_are_shown_with_their_controls_written_out()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such file names");
        _tool.Write("\u001b[31m.Dockerfile", "FROM alpine:3\nUSER 1000\n\u001b[31mRUNN\n");
        _tool.Write("##vso[task.complete].Dockerfile", "FROM alpine:3\nUSER 1000\n##vso[x]\n::error::RUNN\n");

        Assert.Equal(1, _tool.Run("scan", "--format", "msbuild", "--diagnostics", "HB0002"));
        Assert.Equal(
            [
                "\\u001b[31m.Dockerfile(3,1): error HB0002: '\\u001b[31mRUNN' is not an instruction",
                "# #vso[task.complete].Dockerfile(4,1): error HB0002: '::error::RUNN' is not an instruction",
            ],
            _tool.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Errors_about_names_are_harmless_too()
    {
        Assert.Equal(2, _tool.Run("scan", "\u001b[31m##vso[task.complete]"));
        Assert.EndsWith("\\u001b[31m# #vso[task.complete]' does not exist", _tool.Error.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal(2, _tool.Run("scan", "--root", "\u001b[31m##vso[task.complete]"));
        AssertHarmless(_tool.Error);
    }

    [Fact]
    public void A_name_that_is_not_utf8_is_reported()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "other systems refuse such a name");
        Unix.Run("sh", "-c", $"echo RUNN > \"{_tool.Folder}/$(printf '\\377').Dockerfile\"");

        Assert.Equal(1, _tool.Run("scan", "--format", "msbuild"));
        Assert.Equal("\ufffd.Dockerfile(1,1): error HB0001: '\ufffd.Dockerfile' cannot be read, so nothing in it was checked: it does not exist any more\n", _tool.Output);
        // .NET cannot name the file, so it cannot delete it either.
        Unix.Run("sh", "-c", $"rm \"{_tool.Folder}\"/*.Dockerfile");
    }

    public void Dispose() => _tool.Dispose();

    private static void AssertHarmless(string report)
    {
        Assert.DoesNotContain('\u001b', report);
        Assert.DoesNotContain("##vso[", report, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Split('\n'), line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
    }
}
