using BenchmarkDotNet.Attributes;
using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.ChartValues;
using HardenBuild.Rendering.Helm.Output;
using HardenBuild.Scanning.Discovery;
using HardenBuild.Text;

namespace HardenBuild.Benchmarks;

/// <summary>Renders every chart below the corpus folder with its defaults and with each values file beside it.</summary>
[MemoryDiagnoser]
public class HelmBenchmarks
{
    private readonly List<string> _folders = [];
    private readonly List<(Chart Chart, UserValues Values)> _releases = [];
    private DiskFiles _files = null!;

    [Params(false, true)]
    public bool IsTracing { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var root = Corpus.Folder();
        _files = new DiskFiles(root);
        foreach (var file in Directory.EnumerateFiles(root, "Chart.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var folder = Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/');
            if (!folder.Contains("/charts/", StringComparison.Ordinal) || !File.Exists(Path.Combine(root, folder, "../../Chart.yaml")))
                _folders.Add(folder);
        }

        foreach (var folder in _folders)
        {
            if (new ChartLoader(_files).Load(folder).Chart is not { } chart)
                continue;
            _releases.Add((chart, UserValues.None));
            foreach (var path in ValuesFiles.Beside(_files, folder))
                _releases.Add((chart, new UserValues([SourceText.From(path, File.ReadAllText(Path.Combine(root, path)))], [])));
        }

        Console.WriteLine($"// {_folders.Count} charts, {_releases.Count} releases, {Render() / 1e6:0.00} million characters an operation");
    }

    [Benchmark]
    public int Load()
    {
        var templates = 0;
        foreach (var folder in _folders)
            templates += new ChartLoader(new DiskFiles(Corpus.Folder())).Load(folder).Chart?.Templates.Length ?? 0;
        return templates;
    }

    [Benchmark]
    public long Render()
    {
        var characters = 0L;
        foreach (var (chart, values) in _releases)
        {
            foreach (var file in ChartRenderer.Render(chart, values, new RenderOptions { IsTracing = IsTracing }, CancellationToken.None).Files)
                characters += file.Text.Content.Length;
        }

        return characters;
    }
}
