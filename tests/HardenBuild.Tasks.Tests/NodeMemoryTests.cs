using HardenBuild.Scanning;

namespace HardenBuild.Tasks.Tests;

public sealed class NodeMemoryTests : IDisposable
{
    private const string Project = """<Project><ItemGroup><PackageReference Include="HardenBuild" /></ItemGroup></Project>""";

    private readonly TemporaryFolder _folder = new();
    private readonly NodeBuildEngine _node = new();

    public NodeMemoryTests() => _folder.Write("Dockerfile", "FROM alpine:latest\nUSER 1000\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Hands_equal_findings_to_every_build_of_a_node()
    {
        var first = Build();
        Assert.Contains(first, finding => finding.Code == "HB1027");
        Assert.Equal(first, Build());
    }

    [Fact]
    public void Is_one_for_all_tasks_of_a_node()
    {
        Parallel.For(0, 8, _ => Build());
        Assert.Same(Assert.Single(_node.Registered).Value, NodeMemory.Of(_node));
    }

    [Fact]
    public void Is_new_each_time_where_the_engine_keeps_nothing() =>
        Assert.NotSame(NodeMemory.Of(new RecordingBuildEngine()), NodeMemory.Of(new RecordingBuildEngine()));

    [Fact]
    public void Leaves_an_object_of_another_version_of_the_package_alone()
    {
        _node.Registered[typeof(NodeMemory)] = new object();
        Assert.Equal(Build(), Build());
    }

    [Fact]
    public void Renders_a_result_once()
    {
        Build();
        var memory = NodeMemory.Of(_node);
        var result = Scanner.Scan(new ScanOptions { Root = _folder.Root, Paths = [_folder.Root] }, memory.Results, folder: null, TestContext.Current.CancellationToken);
        Assert.Same(memory.ItemsOf(result), memory.ItemsOf(result));
    }

    [Fact]
    public void Does_not_hide_a_changed_file_or_setting()
    {
        Build();
        _folder.Write("Dockerfile", "FROM alpine:3.22.1\nUSER 1000\n");
        Assert.DoesNotContain(Build(), finding => finding.Code == "HB1027");
        _folder.Write("Dockerfile", "FROM alpine:latest\nUSER 1000\n");
        Assert.Contains(Build(), finding => finding is { Code: "HB1027", Severity: FindingItem.Warning });
        _folder.Write(".editorconfig", "[*]\ndotnet_diagnostic.HB1027.severity = error\n");
        Assert.Contains(Build(), finding => finding is { Code: "HB1027", Severity: FindingItem.Error });
        File.Delete(_folder.PathOf(".editorconfig"));
        Assert.Empty(Build("none"));
    }

    [Fact]
    public void Does_not_hide_a_new_owner()
    {
        Assert.All(Build(), finding => Assert.Empty(finding.Owner));
        var project = _folder.Write("Api.csproj", Project);
        Assert.All(Build(), finding => Assert.Equal(project, finding.Owner));
    }

    [Fact]
    public void Is_handed_on_to_the_next_node_by_the_intermediate_folder()
    {
        var first = Build();
        var kept = Assert.Single(Directory.GetFiles(CacheFolder, "*.bin"));
        File.SetLastWriteTimeUtc(kept, DateTime.UnixEpoch);
        _node.Registered.Clear();
        Assert.Equal(first, Build());
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(kept));
    }

    private string CacheFolder => _folder.PathOf("obj/hardenbuild");

    private IReadOnlyList<FindingItem> Build(string mode = "")
    {
        using var task = new ScanRepository { BuildEngine = _node, Root = _folder.Root, Mode = mode, CacheFolder = CacheFolder };
        Assert.True(task.Execute());
        return [.. task.Findings.Select(FindingItem.From)];
    }
}
