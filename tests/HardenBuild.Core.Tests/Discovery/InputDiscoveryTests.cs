using HardenBuild.Scanning;
using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Core.Tests.Discovery;

public sealed class InputDiscoveryTests : IDisposable
{
    private const string Pod = "apiVersion: v1\nkind: Pod\n";

    private readonly TemporaryFolder _folder = new();

    public InputDiscoveryTests() => Directory.CreateDirectory(_folder[".git"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Finds_every_format_sorted_by_path()
    {
        _folder.Write("src/Api/Dockerfile", "FROM x");
        _folder.Write("compose.yaml");
        _folder.Write("docker-compose-tests.yml", "services:\n  a: {}\n");
        _folder.Write(".k8s/pod.yaml", Pod);
        _folder.Write("k8s/list.json", """{"apiVersion":"v1","kind":"List"}""");
        _folder.Write("etc/docker/daemon.json", "{}");
        _folder.Write("config/daemon.json", """{"icc": true}""");
        _folder.Write("other/daemon.json", """{"name": "x"}""");
        _folder.Write("other/settings.yaml", "a: b");
        _folder.Write("other/appsettings.json", "{}");
        Assert.Equal(
            [
                ".k8s/pod.yaml Kubernetes", "compose.yaml Compose", "config/daemon.json DaemonConfiguration", "docker-compose-tests.yml Compose",
                "etc/docker/daemon.json DaemonConfiguration", "k8s/list.json Kubernetes", "src/Api/Dockerfile Dockerfile",
            ],
            Found(_folder.Path));
    }

    [Fact]
    public void Tells_charts_from_plain_yaml()
    {
        _folder.Write("chart/Chart.yaml", "apiVersion: v2\n");
        _folder.Write("chart/values.yaml");
        _folder.Write("chart/values-prod.yaml");
        _folder.Write("chart/templates/pod.yaml", Pod);
        _folder.Write("chart/templates/_helpers.tpl");
        _folder.Write("chart/templates/tests/Chart.yaml", Pod);
        _folder.Write("chart/crds/crd.yaml", Pod);
        _folder.Write("chart/extra/pod.yaml", Pod);
        _folder.Write("chart/charts/sub/Chart.yaml");
        _folder.Write("chart/charts/sub/templates/pod.yaml", Pod);
        _folder.Write("templates/pod.yaml", Pod);
        _folder.Write("templates/rendered.yaml", Pod + "metadata: {{ x }}\n");
        string[] expected =
        [
            "chart/Chart.yaml HelmChart", "chart/charts/sub/Chart.yaml HelmChart", "chart/charts/sub/templates/pod.yaml HelmTemplate", "chart/crds/crd.yaml HelmChart",
            "chart/extra/pod.yaml Kubernetes", "chart/templates/_helpers.tpl HelmTemplate", "chart/templates/pod.yaml HelmTemplate",
            "chart/templates/tests/Chart.yaml HelmTemplate", "chart/values-prod.yaml HelmChart", "chart/values.yaml HelmChart", "templates/pod.yaml Kubernetes",
        ];
        Assert.Equal(expected, Found(_folder.Path));
        Assert.Equal(expected[5..8], Found(_folder["chart/templates"]));
        Assert.Equal([expected[6]], Found(_folder["chart/templates/pod.yaml"]));
    }

    [Fact]
    public void Respects_ignore_files_and_skips_what_tools_wrote()
    {
        _folder.Write(".gitignore", "out/\n*.tmp.yaml\n");
        _folder.Write(".git/info/exclude", "private\n");
        _folder.Write("a/.gitignore", "!x.tmp.yaml\n/Dockerfile\n");
        foreach (var skipped in new[] { "out", "a/out", "a", "private", "bin/Debug", "src/obj", "node_modules/x", ".git/x", ".vs" })
            _folder.Write(skipped + "/Dockerfile", "FROM x");
        _folder.Write("a/x.tmp.yaml", Pod);
        _folder.Write("b/x.tmp.yaml", Pod);
        _folder.Write("packages/web/Dockerfile", "FROM x");
        _folder.Write("lib/packages/N.1.0/N.1.0.nupkg");
        _folder.Write("lib/packages/N.1.0/Dockerfile", "FROM x");
        Assert.Equal(["a/x.tmp.yaml Kubernetes", "packages/web/Dockerfile Dockerfile"], Found(_folder.Path));
    }

    [Fact]
    public void Keeps_the_ignore_files_of_a_nested_repository_apart()
    {
        _folder.Write(".gitignore", "Dockerfile\n");
        _folder.Write("module/.git", "gitdir: ../.git/modules/module\n");
        _folder.Write("module/Dockerfile", "FROM x");
        _folder.Write(".git/modules/module/info/exclude", "sub\n");
        _folder.Write("module/sub/Dockerfile", "FROM x");
        Assert.Equal(["module/Dockerfile Dockerfile"], Found(_folder.Path));
    }

    [Fact]
    public void Takes_what_was_named_whatever_hides_it()
    {
        _folder.Write(".gitignore", "hidden\n*.yaml\n");
        var hidden = _folder.Write("hidden/Dockerfile", "FROM x");
        var odd = _folder.Write("bin/build.conf", "FROM x\nRUN y\n");
        var pod = _folder.Write("pod.yaml", Pod);
        Assert.Equal(["bin/build.conf Dockerfile", "hidden/Dockerfile Dockerfile", "pod.yaml Kubernetes"], Found(hidden, odd, pod));
        Assert.Equal(["hidden/Dockerfile Dockerfile"], Found(_folder["hidden"]));
        Assert.Empty(Found(_folder.Path));
    }

    [Fact]
    public void Says_what_is_wrong_with_a_named_path()
    {
        var unknown = _folder.Write("notes.txt", "hello");
        var inputs = Discover(_folder["gone"], unknown);
        Assert.Empty(inputs.Files);
        Assert.Equal(2, inputs.PathErrors.Length);
        Assert.Equal($"'{_folder["gone"]}' does not exist", inputs.PathErrors[0]);
        Assert.StartsWith($"cannot tell what kind of file '{unknown}' is", inputs.PathErrors[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Scans_the_folder_of_a_solution()
    {
        _folder.Write("Dockerfile", "FROM x");
        _folder.Write("src/Dockerfile", "FROM x");
        var solution = _folder.Write("src/App.slnx");
        var project = _folder.Write("src/App.csproj");
        Assert.Equal(["src/App.csproj Project", "src/Dockerfile Dockerfile"], Found(solution));
        Assert.Equal([project], Discover(project).Projects);
    }

    [Fact]
    public void Reports_a_link_at_its_target_once_and_survives_loops()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "symbolic links need a privilege on Windows");
        using var outside = new TemporaryFolder();
        outside.Write("Dockerfile", "FROM x");
        _folder.Write("real/Dockerfile", "FROM x");
        _folder.Write("real/plain", "FROM x");
        File.CreateSymbolicLink(_folder["Dockerfile"], "real/Dockerfile");
        File.CreateSymbolicLink(_folder["Dockerfile.plain"], "real/plain");
        File.CreateSymbolicLink(_folder["Dockerfile.gone"], "nowhere");
        Directory.CreateSymbolicLink(_folder["real/up"], "..");
        Directory.CreateSymbolicLink(_folder["self"], "self");
        Directory.CreateSymbolicLink(_folder["outside"], outside.Path);
        Assert.Equal(["real/Dockerfile Dockerfile", "real/plain Dockerfile"], Found(_folder.Path));
        Assert.Equal(["real/Dockerfile Dockerfile"], Found(_folder["Dockerfile"]));
    }

    [Fact]
    public void Sees_a_repository_through_a_link_at_the_named_path()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "symbolic links need a privilege on Windows");
        using var elsewhere = new TemporaryFolder();
        _folder.Write("Dockerfile", "FROM x");
        Directory.CreateSymbolicLink(elsewhere["link"], _folder.Path);
        var inputs = Discover(elsewhere["link"]);
        Assert.Equal(elsewhere["link"], inputs.Root);
        Assert.Equal(elsewhere["link/Dockerfile"], Assert.Single(inputs.Files).FullPath);
    }

    [Fact]
    public void Filters_by_globs_relative_to_the_root()
    {
        foreach (var path in new[] { "Dockerfile", "deploy/a/Dockerfile", "deploy/b/Dockerfile", "test/Dockerfile" })
            _folder.Write(path, "FROM x");
        var options = new ScanOptions { Paths = [_folder.Path], Include = ["deploy/**", "test"], Exclude = ["**/b"] };
        Assert.Equal(["deploy/a/Dockerfile", "test/Dockerfile"], InputDiscovery.Discover(options, TestContext.Current.CancellationToken).Files.Select(file => file.RelativePath));
    }

    [Fact]
    public void Lists_configuration_up_to_the_first_root()
    {
        var top = _folder.Write(".editorconfig", "root = true\n[*]\n");
        var global = _folder.Write(".globalconfig");
        var middle = _folder.Write("a/.editorconfig", "[*]\nroot = true\n");
        var inner = _folder.Write("a/b/.editorconfig");
        _folder.Write("c/.editorconfig");
        _folder.Write("a/b/Dockerfile", "FROM x");
        var inputs = Discover(_folder["a/b"]);
        Assert.Equal([top, middle, inner], inputs.EditorConfigs);
        Assert.Equal([global], inputs.GlobalConfigs);
    }

    [Fact]
    public void Lists_environment_files_of_the_repository_only()
    {
        var shared = _folder.Write("a/.env");
        _folder.Write("b/.env");
        _folder.Write("b/.gitignore", ".env\n");
        var named = new[] { _folder.Write("a/compose.yaml", "services: {}\n"), _folder.Write("b/compose.yaml", "services: {}\n") };
        Assert.Equal([shared], Discover(_folder.Path).EnvironmentFiles);
        Assert.Equal([shared], Discover(named).EnvironmentFiles);
    }

    [Fact]
    public void Reports_paths_outside_the_root_relative_to_it()
    {
        _folder.Write("in/Dockerfile", "FROM x");
        var file = _folder.Write("out/Dockerfile", "FROM x");
        var options = new ScanOptions { Paths = [_folder["in"], file], Root = _folder["in"] };
        Assert.Equal(["../out/Dockerfile", "Dockerfile"], InputDiscovery.Discover(options, TestContext.Current.CancellationToken).Files.Select(file => file.RelativePath));
    }

    [Fact]
    public void Leaves_out_a_folder_it_cannot_go_into_and_says_so()
    {
        var deep = string.Join('/', Enumerable.Repeat("d", 257));
        _folder.Write(deep + "/Dockerfile", "FROM x");
        _folder.Write("open/Dockerfile", "FROM x");
        var inputs = Discover(_folder.Path);
        Assert.Equal(["open/Dockerfile"], inputs.Files.Select(file => file.RelativePath));
        Assert.Equal(new UnreadablePath(deep, "it is nested more than 256 folders deep"), Assert.Single(inputs.UnreadablePaths));
    }

    [Fact]
    public void Stops_when_cancelled() => Assert.Throws<OperationCanceledException>(
        () => InputDiscovery.Discover(new ScanOptions { Paths = [_folder.Path] }, new CancellationToken(canceled: true)));

    private static DiscoveredInputs Discover(params string[] paths) =>
        InputDiscovery.Discover(new ScanOptions { Paths = [.. paths] }, TestContext.Current.CancellationToken);

    private static string[] Found(params string[] paths) => [.. Discover(paths).Files.Select(file => $"{file.RelativePath} {file.Format}")];
}
