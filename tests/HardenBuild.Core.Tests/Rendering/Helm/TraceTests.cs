using HardenBuild.Rendering.Helm.Evaluation;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Rendering.Helm;

public sealed class TraceTests
{
    private const string Values = "image:\n  tag: v1\n  name: web\nreplicas: 3\nt: 'x-{{ .Values.image.tag }}'\nlist: [a, b]\n";

    private static readonly EvaluationOptions Tracing = new() { IsTracing = true };

    [Theory]
    [InlineData("a: b", "a: b", "a: b")]
    [InlineData("a: {{ .Values.image.tag }}", "v1", ".Values.image.tag", "image.tag")]
    [InlineData("a: {{ .Values.replicas }}", "3", ".Values.replicas", "replicas")]
    [InlineData("a: {{ .Values.image.tag | quote }}", "v1", ".Values.image.tag | quote", "image.tag")]
    [InlineData("a: {{ printf \"%s:%s\" .Values.image.name .Values.image.tag }}", "web", "printf \"%s:%s\" .Values.image.name .Values.image.tag", "image.name")]
    [InlineData("a: {{ printf \"%s:%s\" .Values.image.name .Values.image.tag }}", "v1", "printf \"%s:%s\" .Values.image.name .Values.image.tag", "image.tag")]
    [InlineData("a: {{ printf \"%d!\" (int .Values.replicas) }}", "3", "printf \"%d!\" (int .Values.replicas)", "replicas")]
    [InlineData("a: {{ add .Values.replicas 1 }}", "4", "add .Values.replicas 1", "replicas")]
    [InlineData("a: {{ b64enc .Values.image.tag }}", "djE=", "b64enc .Values.image.tag", "image.tag")]
    [InlineData("a: {{ .Values.none | default \"x\" }}", "x", "\"x\"")]
    [InlineData("a: {{ \"lit\" }}", "lit", "\"lit\"")]
    [InlineData("a: {{ if .Values.replicas }}yes{{ end }}", "yes", "yes")]
    [InlineData("{{ range .Values.list }}- {{ . }}\n{{ end }}", "b", ".", "list[1]")]
    [InlineData("{{ define \"t\" }}n: {{ .image.name }}{{ end }}x: {{ include \"t\" .Values }}", "web", ".image.name", "image.name")]
    [InlineData("{{ define \"t\" }}n: {{ .image.name }}{{ end }}x: {{ include \"t\" .Values | nindent 2 }}", "n: ", "n: ")]
    [InlineData("{{ define \"t\" }}n{{ end }}x: {{ include \"t\" . | upper }}", "N", "n")]
    [InlineData("x: {{ tpl .Values.t . }}", "x-", "tpl .Values.t .", "t")]
    [InlineData("x: {{ tpl .Values.t . }}", "v1", "tpl .Values.t .", "image.tag")]
    public void Finds_what_made_a_text(string template, string text, string place, string? path = null)
    {
        var result = TemplateRun.Render(template, Values, Tracing);
        var segment = result.SegmentAt(result.Content.IndexOf(text, StringComparison.Ordinal))!.Value;

        Assert.Equal(place, segment.Origin.Place.Source.Substring(segment.Origin.Place.Span));
        if (path is not null)
            Assert.Contains(path, ValueOrigins.Of(segment.Origin, int.MaxValue).Select(static value => value.Path));
    }

    [Fact]
    public void Names_the_calls_that_led_to_included_text()
    {
        var result = TemplateRun.Render(
            [
                (TemplateRun.Name, "a:\n  {{ include \"one\" . }}"),
                ("c/templates/_h.tpl", "{{ define \"one\" }}{{ template \"two\" . }}{{ end }}{{ define \"two\" }}deep{{ end }}"),
            ],
            Values,
            Tracing);
        var origin = result.SegmentAt(result.Content.IndexOf("deep", StringComparison.Ordinal))!.Value.Origin;

        Assert.True(origin.IsVerbatim);
        Assert.Equal(["deep", "\"two\" .", "include \"one\" ."], Chain(origin).Select(caller => caller.Place.Source.Substring(caller.Place.Span)));
        Assert.Equal(["c/templates/_h.tpl", "c/templates/_h.tpl", TemplateRun.Name], Chain(origin).Select(caller => caller.Place.Source.Path));
    }

    [Fact]
    public void Maps_text_character_by_character()
    {
        var result = TemplateRun.Render("one\n  two {{- 1 -}} \n three\n", Values, Tracing);
        foreach (var word in (string[])["one", "two", "three"])
        {
            var offset = result.Content.IndexOf(word, StringComparison.Ordinal);
            var segment = result.SegmentAt(offset)!.Value;
            Assert.True(segment.Origin.IsVerbatim);
            var start = segment.Origin.Place.Span.Start + segment.Skipped + offset - segment.Start;
            Assert.Equal(word, segment.Origin.Place.Source.Content.Substring(start, word.Length));
        }
    }

    [Theory]
    [MemberData(nameof(ProbeTests.Numbers), MemberType = typeof(ProbeTests))]
    public void Tracing_changes_no_text_and_leaves_no_gap(int number)
    {
        var (template, values) = ProbeTests.Probe(number);
        TracedText traced;
        try
        {
            traced = TemplateRun.Render(template, values, Tracing);
        }
        catch (TemplateExecutionException exception)
        {
            Assert.Equal(TemplateRun.Text(template, values), exception.Message);
            return;
        }

        Assert.Equal(TemplateRun.Text(template, values), traced.Content);
        Assert.Equal(traced.Content.Length > 0, traced.IsTraced);
        var end = 0;
        foreach (var segment in traced.Segments)
        {
            Assert.True(segment.Start == 0 || segment.Start > end);
            Assert.InRange(segment.Origin.Place.Span.End, 0, segment.Origin.Place.Source.Length);
            Assert.NotEmpty(segment.Origin.Place.Source.Path);
            end = segment.Start;
        }
    }

    private static IEnumerable<TextOrigin> Chain(TextOrigin? origin)
    {
        for (; origin is not null; origin = origin.Caller)
            yield return origin;
    }
}
