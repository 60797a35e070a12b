namespace HardenBuild.Tool.Tests.Hostile;

/// <summary>Files that are not what their name says, or cannot be opened.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const string NothingScanned =
        "hardenbuild: warning: NOTHING WAS SCANNED: the given paths hold no readable Dockerfile, Compose file, Kubernetes manifest or daemon.json\n";

    private readonly ToolRun _tool = new();

    [Theory]
    [InlineData(".")]
    [InlineData("compose.yaml")]
    public void A_line_of_fifty_megabytes_is_too_much(string path)
    {
        using (var file = File.CreateText(Path.Combine(_tool.Folder, "compose.yaml")))
        {
            file.Write("services: {a: ");
            file.Write(new string('x', 50_000_000));
            file.Write("}\n");
        }

        Assert.Equal(1, Scan(path));
        Assert.Equal("compose.yaml(1,1): error HB0011: 'compose.yaml' exceeds a limit, so it was not fully checked: 47 MiB of text\n", _tool.Output);
    }

    [Theory]
    [InlineData("Dockerfile", "FROM alpine:3\n")]
    [InlineData("pod.yaml", "apiVersion: v1\nkind: Pod\n")]
    public void A_hundred_megabytes_are_never_read(string name, string head)
    {
        Grow(_tool.Write(name, head), 100_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(1, Scan("."));
        Assert.Equal($"{name}(1,1): error HB0011: '{name}' exceeds a limit, so it was not fully checked: 95 MiB of text\n", _tool.Output);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("nowhere/Dockerfile")]
    public void A_missing_path_is_an_error(string path)
    {
        Assert.Equal(2, Scan(path));
        Assert.StartsWith($"hardenbuild: error: '{Path.Combine(_tool.Folder, path)}' does not exist\n", _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_file_that_is_binary_is_an_error()
    {
        var path = _tool.Write("Dockerfile", "\0\u0001\u0002ELF");

        Assert.Equal(2, Scan("Dockerfile"));
        Assert.Equal("", _tool.Output);
        Assert.StartsWith($"hardenbuild: error: '{path}' cannot be read: it is a binary file\n", _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_file_of_no_known_kind_is_an_error_that_says_what_names_are_known()
    {
        var path = _tool.Write("notes.txt", "hello\n");

        Assert.Equal(2, Scan("notes.txt"));
        Assert.StartsWith(
            $"hardenbuild: error: cannot tell what kind of file '{path}' is: name it like 'Dockerfile', 'api.Dockerfile', 'compose.yaml' or 'daemon.json', or give a Kubernetes file 'apiVersion' and 'kind'\n",
            _tool.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_named_dockerfile_is_a_folder()
    {
        _tool.Write("Dockerfile/Dockerfile", "RUNN\n");
        Directory.CreateDirectory(Path.Combine(_tool.Folder, "empty", "Dockerfile"));

        Assert.Equal(1, Scan("Dockerfile"));
        Assert.StartsWith("Dockerfile(1,1): error HB0002: 'RUNN' is not an instruction", _tool.Output, StringComparison.Ordinal);
        Assert.Equal(0, Scan("empty"));
        Assert.Equal(NothingScanned, _tool.Error);
    }

    [Fact]
    public void A_pipe_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "named pipes are not files on Windows");
        Unix.Run("mkfifo", Path.Combine(_tool.Folder, "Dockerfile"));
        Unix.Run("mkfifo", Path.Combine(_tool.Folder, ".editorconfig"));
        Unix.Run("mkfifo", Path.Combine(_tool.Folder, "compose.yaml"));

        Assert.Equal(1, Scan("."));
        Assert.StartsWith("Dockerfile(1,1): error HB0002: The Dockerfile has no instructions; begin it with FROM", _tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "it is a symbolic link to a file that does not exist")]
    [InlineData("Dockerfile", "it is a symbolic link that leads into a loop")]
    [InlineData("a", "it is a symbolic link that leads into a loop")]
    [InlineData("/etc/passwd", "it is a symbolic link that leads out of the repository; name it to have it read")]
    public void A_link_that_leads_nowhere_is_reported_at_the_link(string target, string reason)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "symbolic links need a privilege on Windows");
        Directory.CreateDirectory(Path.Combine(_tool.Folder, "folder"));
        Directory.CreateSymbolicLink(Path.Combine(_tool.Folder, "folder", "up"), "..");
        File.CreateSymbolicLink(Path.Combine(_tool.Folder, "a"), "b");
        File.CreateSymbolicLink(Path.Combine(_tool.Folder, "b"), "a");
        File.CreateSymbolicLink(Path.Combine(_tool.Folder, "Dockerfile"), target);

        Assert.Equal(1, Scan("."));
        Assert.Equal($"Dockerfile(1,1): error HB0001: 'Dockerfile' cannot be read, so nothing in it was checked: {reason}\n", _tool.Output);
    }

    [Fact]
    public void A_link_that_was_excluded_is_not_reported()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "symbolic links need a privilege on Windows");
        File.CreateSymbolicLink(Path.Combine(_tool.Folder, "Dockerfile"), "nowhere");

        Assert.Equal(0, _tool.Run("scan", "--exclude", "Dockerfile"));
        Assert.Equal(NothingScanned, _tool.Error);
    }

    [Theory]
    [InlineData("nowhere", "' is a symbolic link to a file that does not exist\n")]
    [InlineData("Dockerfile", "' is a symbolic link that leads into a loop\n")]
    public void A_named_link_that_leads_nowhere_is_an_error(string target, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "symbolic links need a privilege on Windows");
        File.CreateSymbolicLink(Path.Combine(_tool.Folder, "Dockerfile"), target);

        Assert.Equal(2, Scan("Dockerfile"));
        Assert.Contains(expected, _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_permission_is_reported_and_the_others_are_checked()
    {
        Assert.SkipWhen(Unix.IgnoresPermissions, "permissions mean nothing to this user");
        Unix.Run("chmod", "000", _tool.Write("Dockerfile", "FROM alpine:3\n"));
        _tool.Write("b/Dockerfile", "RUNN\n");

        Assert.Equal(1, Scan("."));
        Assert.Contains("Dockerfile(1,1): error HB0001: 'Dockerfile' cannot be read, so nothing in it was checked: permission denied\n", _tool.Output, StringComparison.Ordinal);
        Assert.Contains("b/Dockerfile(1,1): error HB0002: 'RUNN'", _tool.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();

    private static void Grow(string path, long length)
    {
        using var file = new FileStream(path, FileMode.Open);
        file.SetLength(length);
    }

    private int Scan(string path) => _tool.Run("scan", path, "--format", "msbuild");
}
