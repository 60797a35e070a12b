using System.Diagnostics;
using System.Text;
using HardenBuild.Scanning;
using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Core.Tests.Discovery;

public sealed class SourceReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Reads_unicode(string encodingName, bool withByteOrderMark)
    {
        var encoding = Encoding.GetEncoding(encodingName);
        _folder.Write("Dockerfile", [.. withByteOrderMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("FROM ä\n")]);
        var text = Read(out _);
        Assert.Equal("FROM ä\n", text!.Content);
        Assert.Equal("Dockerfile", text.Path);
        Assert.Equal(withByteOrderMark, text.HadByteOrderMark);
    }

    [Theory]
    [InlineData(new byte[] { 0x46, 0x00, 0x01 })]
    [InlineData(new byte[] { 0x46, 0xE4, 0x0A })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00 })]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 0xFF })]
    public void Refuses_what_is_no_text(byte[] content)
    {
        _folder.Write("Dockerfile", content);
        Assert.Null(Read(out var failure));
        Assert.StartsWith("it is a binary file", failure!.Reason, StringComparison.Ordinal);
        Assert.False(failure.IsTooLarge);
    }

    [Fact]
    public void Refuses_a_file_above_the_limit()
    {
        _folder.Write("Dockerfile", "FROM alpine");
        Assert.Null(SourceReader.Read(File("Dockerfile"), out var failure, maxBytes: 10));
        Assert.True(failure!.IsTooLarge);
        Assert.NotNull(SourceReader.Read(File("Dockerfile"), out _, maxBytes: 11));
    }

    [Fact]
    public void Explains_a_missing_file_and_a_folder()
    {
        Assert.Null(Read(out var failure));
        Assert.Equal("it does not exist any more", failure!.Reason);
        Directory.CreateDirectory(_folder["Dockerfile"]);
        Assert.Null(Read(out failure));
        Assert.Equal("it is a folder", failure!.Reason);
    }

    [Fact]
    public void Does_not_wait_for_the_writer_of_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no named pipes in folders on Windows");
        using (var process = Process.Start("mkfifo", _folder["Dockerfile"]))
            process.WaitForExit();
        Assert.Equal("", Read(out _)!.Content);
    }

    private HardenBuild.Text.SourceText? Read(out SourceReadFailure? failure) => SourceReader.Read(File("Dockerfile"), out failure);

    private InputFile File(string name) => new(_folder[name], name, InputFormat.Dockerfile);
}
