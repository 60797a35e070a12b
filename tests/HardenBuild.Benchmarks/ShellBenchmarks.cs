using BenchmarkDotNet.Attributes;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;
using HardenBuild.Text;

namespace HardenBuild.Benchmarks;

/// <summary>The bodies of all RUN instructions, to commands.</summary>
[MemoryDiagnoser]
public class ShellBenchmarks
{
    private readonly List<string> _bodies = [];

    [GlobalSetup]
    public void Setup()
    {
        foreach (var instruction in Corpus.Dockerfiles().SelectMany(static text => DockerfileSyntax.Parse(SourceText.From("Dockerfile", text)).Instructions))
        {
            if (instruction.Kind == InstructionKind.Run)
                _bodies.Add(instruction.Arguments.Text);
        }

        Console.WriteLine($"// {_bodies.Sum(static body => (long)body.Length) / 1e6:0.0} million characters an operation");
    }

    [Benchmark]
    public int Commands()
    {
        var errors = 0;
        foreach (var body in _bodies)
            errors += ShellScript.Parse(body).Errors.Length;
        return errors;
    }
}
