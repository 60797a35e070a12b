using HardenBuild.Core.Tests.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Output;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Rendering.Helm.Origins;

/// <summary>What must hold for the origins of every chart.</summary>
/// <remarks>The environment variable <c>HARDENBUILD_CHARTS</c> names folders with charts of others, separated as in <c>PATH</c>: each chart below them is asked too.</remarks>
public sealed class OriginPropertyTests
{
    private const int MostReported = 20;

    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        foreach (var name in ChartSamples.All.Keys)
            names.Add(name);
        foreach (var folder in (Environment.GetEnvironmentVariable("HARDENBUILD_CHARTS") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "Chart.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                names.Add(Path.GetDirectoryName(file)!);
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_origins_the_text_is_the_same(string name)
    {
        var sample = Open(name);
        var plain = sample.Render(sample.Values, isTracing: false);

        Assert.Equal(plain.Files.Select(static file => file.Text.Content), sample.Render(sample.Values).Files.Select(static file => file.Text.Content));
        Assert.All(plain.Files, static file => Assert.False(file.Text.IsTraced));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_line_has_an_origin(string name)
    {
        var sample = Open(name);
        var rendered = sample.Render(sample.Values);

        Assert.All(rendered.Files, static file => Assert.Empty(TracedLines.Untraced(file.Text)));
        Assert.All(rendered.Manifests, static manifest => Assert.Empty(TracedLines.Untraced(manifest.Text)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_changed_value_changes_only_lines_that_name_it(string name)
    {
        var sample = Open(name);
        var original = sample.Render(sample.Values);
        var before = original.Files.ToDictionary(static file => file.Name, static file => file.Text);
        var wrong = new List<string>();
        foreach (var mutation in ValuesMutation.Of(sample.Values))
        {
            var after = sample.Render(SourceText.From(sample.Values.Path, mutation.Text));
            // A template that fails with the one or the other value has no text to compare.
            foreach (var file in after.Files.Where(file => original.Errors.IsEmpty || before.ContainsKey(file.Name)))
                Compare(before.GetValueOrDefault(file.Name, TracedText.Empty), file, sample.Values.Path, mutation, wrong);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(MostReported)));
    }

    // One side is enough: where nothing was printed, nothing can say why.
    private static void Compare(TracedText before, RenderedFile after, string values, ValuesMutation mutation, List<string> wrong)
    {
        if (before.Content == after.Text.Content)
            return;
        foreach (var change in LineChange.Between(before.Content, after.Text.Content))
        {
            var isNamed = change.Removed.Any(line => TracedLines.Names(before, line, values, mutation.Line))
                || change.Added.Any(line => TracedLines.Names(after.Text, line, values, mutation.Line));
            if (!isNamed)
                wrong.Add($"values.yaml:{mutation.Line + 1} '{mutation.Was}' changes {after.Name}: {Quote(before.Content, change.Removed)} -> {Quote(after.Text.Content, change.Added)}");
        }
    }

    private static string Quote(string text, IReadOnlyList<int> lines) => lines.Count == 0 ? "nothing" : $"'{text.Split('\n')[lines[0]]}'";

    private static ChartSample Open(string name) => ChartSamples.All.TryGetValue(name, out var files) ? ChartSample.Of(files) : ChartSample.OnDisk(name);
}
