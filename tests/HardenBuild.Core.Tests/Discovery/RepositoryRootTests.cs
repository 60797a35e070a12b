using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Core.Tests.Discovery;

public sealed class RepositoryRootTests
{
    [Fact]
    public void Finds_the_nearest_git_folder_or_file()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder[".git"]);
        folder.Write("module/.git", "gitdir: ../.git/modules/module\n");
        var file = folder.Write("module/src/Dockerfile");
        Directory.CreateDirectory(folder["other/sub"]);
        Assert.Equal(folder["module"], RepositoryRoot.Find(file));
        Assert.Equal(folder.Path, RepositoryRoot.Find(folder["other/sub"] + Path.DirectorySeparatorChar));
    }

    [Fact]
    public void Falls_back_to_the_scanned_folder()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("src/Dockerfile");
        Assert.Equal(folder["src"], RepositoryRoot.Find(file));
        Assert.Equal(folder["src"], RepositoryRoot.Find(folder["src"]));
    }
}
