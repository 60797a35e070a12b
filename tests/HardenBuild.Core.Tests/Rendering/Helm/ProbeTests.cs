using System.Text.Json;
using HardenBuild.Rendering.Helm.Evaluation;

namespace HardenBuild.Core.Tests.Rendering.Helm;

/// <summary>One-line templates with the exact output or error of Go's own engine (1.23) with Sprig.</summary>
public sealed class ProbeTests
{
    private static readonly EvaluationOptions Go123 = new() { RangesOverIntegers = false };

    public static TheoryData<int> Numbers()
    {
        var numbers = new TheoryData<int>();
        for (var i = 0; i < Probes.Value.Length; i++)
            numbers.Add(i);
        return numbers;
    }

    private static readonly Lazy<JsonElement[]> Probes = new(static () =>
    {
        using var stream = typeof(ProbeTests).Assembly.GetManifestResourceStream("helm-probes.jsonl")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    });

    internal static (string Template, string Values) Probe(int number)
    {
        var probe = Probes.Value[number];
        return (probe.GetProperty("t").GetString()!, probe.TryGetProperty("v", out var values) ? values.GetString()! : "");
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Renders_what_Go_renders(int number)
    {
        var (template, values) = Probe(number);
        var probe = Probes.Value[number];
        var expected = probe.TryGetProperty("out", out var text) ? text.GetString()! : probe.GetProperty("err").GetString()!;

        Assert.Equal(expected.Replace("main.scope", "chartutil.Values", StringComparison.Ordinal), TemplateRun.Text(template, values, Go123));
    }
}
