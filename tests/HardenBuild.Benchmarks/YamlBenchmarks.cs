using BenchmarkDotNet.Attributes;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;
using YamlDotNet.Core;

namespace HardenBuild.Benchmarks;

/// <summary>The node tree against the bare event loop of the library below it; the budget is 1.3 times.</summary>
[MemoryDiagnoser]
public class YamlBenchmarks
{
    private string[] _texts = [];
    private SourceText[] _sources = [];

    [GlobalSetup]
    public void Setup()
    {
        // The library throws at the first error and would be measured on half a file.
        _texts = [.. Corpus.Yaml().Where(IsRead)];
        _sources = [.. _texts.Select(static text => SourceText.From("corpus.yaml", text))];
        Console.WriteLine($"// {_texts.Sum(static text => text.Length) / 1e6:0.0} million characters an operation");
    }

    [Benchmark(Baseline = true)]
    public int BareEvents()
    {
        var events = 0;
        foreach (var text in _texts)
            events += Events(text);
        return events;
    }

    [Benchmark]
    public int NodeTree()
    {
        var documents = 0;
        foreach (var source in _sources)
            documents += YamlFile.Parse(source).Documents.Length;
        return documents;
    }

    private static int Events(string text)
    {
        var parser = new Parser(new Scanner(new StringReader(text), skipComments: false));
        var events = 0;
        while (parser.MoveNext())
            events++;
        return events;
    }

    private static bool IsRead(string text)
    {
        try
        {
            return Events(text) > 0;
        }
        catch (YamlException)
        {
            return false;
        }
    }
}
