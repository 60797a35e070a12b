using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.Evaluation;

namespace HardenBuild.Core.Tests.Rendering.Helm;

/// <summary>Templates that would never end, or need more memory than there is, end in an error.</summary>
public sealed class HostileTemplateTests
{
    private static readonly RenderLimits Small = new() { Steps = 200_000, StringLength = 1 << 20, OutputLength = 1 << 21, ListLength = 10_000 };

    [Theory]
    [InlineData("{{ define \"r\" }}{{ include \"r\" . }}{{ end }}{{ include \"r\" . }}", "rendering template has a nested reference name: r")]
    [InlineData("{{ define \"a\" }}{{ include \"b\" . }}{{ end }}{{ define \"b\" }}{{ include \"a\" . }}{{ end }}{{ include \"a\" . }}", "rendering template has a nested reference name")]
    [InlineData("{{ define \"r\" }}{{ template \"r\" . }}{{ end }}{{ template \"r\" . }}", "exceeded maximum template depth")]
    [InlineData("{{ $t := \"{{ tpl .t . }}\" }}{{ tpl $t (dict \"t\" $t) }}", "tpl calls itself too deeply")]
    [InlineData("{{ define \"r\" }}{{ include \"r\" . }}{{ include \"r\" . }}{{ end }}{{ include \"r\" . }}", "nested reference")]
    [InlineData("{{ range until 9999 }}{{ range until 9999 }}{{ end }}{{ end }}", "steps")]
    [InlineData("{{ range 9223372036854775807 }}{{ end }}", "steps")]
    [InlineData("{{ range 9223372036854775807 }}0123456789012345678901234567890123456789{{ end }}", "longer than")]
    [InlineData("{{ define \"x\" }}{{ range 9223372036854775807 }}0123456789012345678901234567890123456789{{ end }}{{ end }}{{ include \"x\" . }}", "longer than")]
    [InlineData("{{ $x := \"0123456789\" }}{{ range 999999 }}{{ $x = print $x $x }}{{ end }}", "longer than")]
    [InlineData("{{ $x := \"0123456789\" }}{{ range 999999 }}{{ $x = printf \"%s%s\" $x $x }}{{ end }}", "longer than")]
    [InlineData("{{ $x := \"<\" }}{{ range 999999 }}{{ $x = html $x }}{{ $x = print $x \"<<<<\" $x }}{{ end }}", "longer than")]
    [InlineData("{{ range 99 }}{{ printf \"%999999d%999999d%999999d%999999d%999999d%999999d%999999d%999999d%999999d%999999d%999999d%999999d%999999d%999999d%999999d%999999d%999999d%999999d\" 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 }}{{ end }}", "longer than")]
    [InlineData("{{ printf \"%.999999f\" 1.5 | len }}{{ $d := dict }}{{ $_ := set $d \"self\" $d }}{{ $d }}", "deep")]
    [InlineData("{{ $d := dict }}{{ $_ := set $d \"a\" $d }}{{ $_ := set $d \"b\" $d }}{{ print $d }}", "deep")]
    [InlineData("{{ $d := dict }}{{ $_ := set $d \"a\" $d }}{{ eq $d $d }}", "deep")]
    public void Ends_in_an_error(string template, string reason)
    {
        var failure = Assert.Throws<TemplateExecutionException>(() => TemplateRun.Render(template, "", null, Small));

        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
        Assert.NotNull(failure.Location);
        Assert.InRange(failure.Message.Length, 1, 500_000);
    }

    [Fact]
    public void Deep_nesting_of_actions_ends_in_an_error()
    {
        const int Depth = 200_000;
        var template = string.Concat(Enumerable.Repeat("{{ if true }}", Depth)) + string.Concat(Enumerable.Repeat("{{ end }}", Depth));

        Assert.Contains("nested too deeply", TemplateRun.Text(template), StringComparison.Ordinal);
        Assert.Contains("nested too deeply", TemplateRun.Text("{{ " + new string('(', Depth) + "1" + new string(')', Depth) + " }}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_thread_with_little_stack_gives_an_error()
    {
        string? text = null;
        var file = TemplateRun.Parse("{{ define \"r\" }}{{ if true }}{{ with 1 }}{{ include \"r\" (dict \"a\" (list 1 2)) }}{{ end }}{{ end }}{{ end }}{{ include \"r\" . }}");
        var thread = new Thread(
            () =>
            {
                var set = new TemplateSet();
                set.Add(file);
                var evaluator = new TemplateEvaluator(set, HardenBuild.Rendering.Helm.Output.TemplateFunctions.All, new RenderBudget(RenderLimits.Default, CancellationToken.None), new EvaluationOptions());
                text = Assert.Throws<TemplateExecutionException>(() => evaluator.Execute(TemplateRun.Name, TemplateRun.Scope(""))).Reason;
            },
            256 << 10);
        thread.Start();
        thread.Join();

        Assert.Contains("nested too deeply", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_render_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var set = new TemplateSet();
        set.Add(TemplateRun.Parse("{{ range 9223372036854775807 }}{{ end }}"));
        var evaluator = new TemplateEvaluator(set, HardenBuild.Rendering.Helm.Output.TemplateFunctions.All, new RenderBudget(RenderLimits.Default, source.Token), new EvaluationOptions());

        Assert.Throws<OperationCanceledException>(() => evaluator.Execute(TemplateRun.Name, TemplateRun.Scope("")));
    }

    [Fact]
    public void An_evaluator_can_be_used_again_after_an_error()
    {
        var set = new TemplateSet();
        set.Add(TemplateRun.Parse("{{ define \"a\" }}{{ if .x }}{{ fail \"x\" }}{{ end }}ok{{ end }}{{ include \"a\" . }}"));
        var evaluator = new TemplateEvaluator(set, HardenBuild.Rendering.Helm.Output.TemplateFunctions.All, new RenderBudget(RenderLimits.Default, CancellationToken.None), new EvaluationOptions());
        var data = TemplateRun.Scope("");
        data.Entries["x"] = HardenBuild.Rendering.Helm.Values.GoBoolean.True;

        Assert.Throws<TemplateExecutionException>(() => evaluator.Execute(TemplateRun.Name, data));
        data.Entries.Remove("x");
        Assert.Equal("ok", evaluator.Execute(TemplateRun.Name, data).Content);
    }
}
