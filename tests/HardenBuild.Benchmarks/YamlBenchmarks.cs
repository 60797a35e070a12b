using BenchmarkDotNet.Attributes;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;
using YamlDotNet.Core;

namespace HardenBuild.Benchmarks;

/// <summary>The node tree against the bare event loop of the library below it; the budget is 1.3 times.</summary>
[MemoryDiagnoser]
public class YamlBenchmarks
{
    private string _text = "";

    [GlobalSetup]
    public void Setup() => _text = Corpus.Yaml();

    [Benchmark(Baseline = true)]
    public int BareEvents()
    {
        var parser = new Parser(new Scanner(new StringReader(_text), skipComments: false));
        var events = 0;
        while (parser.MoveNext())
            events++;
        return events;
    }

    [Benchmark]
    public int NodeTree() => YamlFile.Parse(SourceText.From("corpus.yaml", _text)).Documents.Length;
}
