using HardenBuild.Tool.Reports;

namespace HardenBuild.Tool.Tests.Reports;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hardenbuild-").FullName;

    [Fact]
    public void A_failure_half_way_leaves_the_old_file_and_nothing_else()
    {
        var path = Path.Combine(_folder, "report");
        File.WriteAllText(path, "old");

        Assert.Throws<OperationCanceledException>(() => AtomicFile.Write(path, writer =>
        {
            writer.Write(new string('x', 100_000));
            throw new OperationCanceledException();
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Writes_no_byte_order_mark_and_creates_folders()
    {
        var path = Path.Combine(_folder, "a", "b", "report");

        AtomicFile.Write(path, writer => writer.Write("ä"));

        Assert.Equal([0xc3, 0xa4], File.ReadAllBytes(path));
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void A_link_stays_and_its_target_is_written()
    {
        var target = Path.Combine(_folder, "target");
        File.WriteAllText(target, "old");
        var link = File.CreateSymbolicLink(Path.Combine(_folder, "link"), target).FullName;

        AtomicFile.Write(link, writer => writer.Write("new"));

        Assert.Equal("new", File.ReadAllText(target));
        Assert.NotNull(File.ResolveLinkTarget(link, returnFinalTarget: false));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
