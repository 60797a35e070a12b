using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using HardenBuild.Configuration;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Benchmarks;

/// <summary>A warm scan of the repository's samples, from the disk and from texts already read; the budget is 3 ms for 20 files.</summary>
[MemoryDiagnoser]
public class ScanBenchmarks
{
    private readonly ScanOptions _options = new() { Paths = [Corpus.Folder()], Root = Corpus.Folder() };
    private readonly List<InputText> _texts = [];
    private TextScan _scan = null!;

    [GlobalSetup]
    public void Setup()
    {
        _scan = new TextScan(new RuleSelection(new SeverityResolver(EditorConfigSet.Empty, RuleMode.Default, Corpus.Folder()), ImmutableArray<string>.Empty), useSuppressions: true);
        foreach (var file in InputDiscovery.Discover(_options, CancellationToken.None).Files)
        {
            if (SourceReader.Read(file, out _) is { } text)
                _texts.Add(new InputText(text, file.Format));
        }

        Console.WriteLine($"// {_texts.Count} files, {_texts.Sum(static text => text.Source.Length) / 1e3:0.0} thousand characters an operation");
    }

    [Benchmark]
    public int FromDisk() => Scanning.Scanner.Scan(_options, CancellationToken.None).Findings.Length;

    [Benchmark]
    public int FromTexts() => _scan.Run(_texts, CancellationToken.None).Count;
}
