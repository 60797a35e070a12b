using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Core.Tests.Discovery;

public sealed class DiskFilesTests
{
    [Fact]
    public void Reads_nothing_outside_of_the_repository_through_a_link()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        folder.Write("outside/secret.env", "A=1\n");
        folder.Write("repository/own.env", "A=2\n");
        File.CreateSymbolicLink(folder["repository/leak.env"], folder["outside/secret.env"]);
        File.CreateSymbolicLink(folder["repository/same.env"], folder["repository/own.env"]);
        Directory.CreateSymbolicLink(folder["repository/out"], folder["outside"]);

        var files = new DiskFiles(folder["repository"]);
        Assert.Equal("A=2\n", files.Read("own.env")?.Content);
        Assert.Equal("A=2\n", files.Read("same.env")?.Content);
        Assert.Null(files.Read("leak.env"));
        Assert.Null(files.Read("out/secret.env"));
    }
}
