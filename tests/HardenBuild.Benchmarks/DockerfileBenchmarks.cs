using BenchmarkDotNet.Attributes;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Benchmarks;

/// <summary>Text to syntax, and on to the model; the budget is 40 MB of text a second for the syntax.</summary>
[MemoryDiagnoser]
public class DockerfileBenchmarks
{
    private SourceText _source = null!;
    private DockerfileSyntax _syntax = null!;

    [GlobalSetup]
    public void Setup()
    {
        _source = SourceText.From("Dockerfile", Corpus.Dockerfiles());
        _syntax = DockerfileSyntax.Parse(_source);
        Console.WriteLine($"// {_source.Length / 1e6:0.0} million characters an operation");
    }

    [Benchmark]
    public int Syntax() => DockerfileSyntax.Parse(_source).Instructions.Length;

    [Benchmark]
    public int Model() => DockerfileModel.Create(_syntax).Stages.Length;
}
