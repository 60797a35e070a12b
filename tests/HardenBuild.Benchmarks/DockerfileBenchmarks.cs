using BenchmarkDotNet.Attributes;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Benchmarks;

/// <summary>Text to syntax, and on to the model; the budget is 40 MB of text a second for the syntax.</summary>
[MemoryDiagnoser]
public class DockerfileBenchmarks
{
    private SourceText[] _sources = [];
    private DockerfileSyntax[] _syntaxes = [];

    [GlobalSetup]
    public void Setup()
    {
        _sources = [.. Corpus.Dockerfiles().Select(static text => SourceText.From("Dockerfile", text))];
        _syntaxes = [.. _sources.Select(DockerfileSyntax.Parse)];
        Console.WriteLine($"// {_sources.Sum(static source => source.Length) / 1e6:0.0} million characters an operation");
    }

    [Benchmark]
    public int Syntax()
    {
        var instructions = 0;
        foreach (var source in _sources)
            instructions += DockerfileSyntax.Parse(source).Instructions.Length;
        return instructions;
    }

    [Benchmark]
    public int Model()
    {
        var stages = 0;
        foreach (var syntax in _syntaxes)
            stages += DockerfileModel.Create(syntax).Stages.Length;
        return stages;
    }
}
