using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.Evaluation;

namespace HardenBuild.Core.Tests.Rendering.Helm;

/// <summary>Functions that could be asked for more than there is say so before they begin.</summary>
public sealed class HostileFunctionTests
{
    private static readonly RenderLimits Small = new() { Steps = 500_000, StringLength = 1 << 20, OutputLength = 1 << 21, ListLength = 10_000 };

    [Theory]
    [InlineData("{{ repeat 999999999 \"x\" }}", "longer than")]
    [InlineData("{{ indent 999999999 \"x\" }}", "longer than")]
    [InlineData("{{ nindent 999999999 \"x\" }}", "longer than")]
    [InlineData("{{ $x := repeat 1000 \"a\" }}{{ replace \"a\" (repeat 1000 \"aaa\") $x }}", "longer than")]
    [InlineData("{{ $x := repeat 1000 \"ab\" }}{{ replace \"\" (repeat 1000 \"aaa\") $x }}", "longer than")]
    [InlineData("{{ $x := repeat 1000 \"a\" }}{{ join (repeat 1000 \"aaa\") (splitList \"\" $x) }}", "longer than")]
    [InlineData("{{ randAlphaNum 999999999 }}", "longer than")]
    [InlineData("{{ $x := repeat 900000 \"a\" }}{{ cat $x $x }}", "longer than")]
    [InlineData("{{ until 999999999 }}", "items")]
    [InlineData("{{ untilStep 0 999999999 1 }}", "items")]
    [InlineData("{{ seq 1 999999999 }}", "items")]
    [InlineData("{{ $l := list 1 }}{{ range 999 }}{{ $l = concat $l $l }}{{ end }}", "items")]
    [InlineData("{{ $l := until 9999 }}{{ $l = append $l 1 }}{{ $l = append $l 1 }}{{ $l = append $l 1 }}", "items")]
    [InlineData("{{ $d := dict }}{{ $_ := set $d \"self\" $d }}{{ deepCopy $d }}", "")]
    [InlineData("{{ $d := dict }}{{ $_ := set $d \"self\" $d }}{{ $e := dict }}{{ $_ := set $e \"self\" $e }}{{ merge $d $e }}", "")]
    public void Ends_in_an_error(string template, string reason)
    {
        var failure = Assert.Throws<TemplateExecutionException>(() => TemplateRun.Render(template, "", null, Small));

        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
        Assert.NotNull(failure.Location);
    }

    [Theory]
    [InlineData("{{ printf \"%1000000000d\" 1 }}", "%!(NOVERB)%!(EXTRA int=1)")]
    [InlineData("{{ toYaml (dict \"a\" list) }}", "a: []")]
    [InlineData("{{ $d := dict }}{{ $_ := set $d \"self\" $d }}[{{ toYaml $d }}{{ toJson $d }}]", "[]")]
    [InlineData("{{ getHostByName \"example.com\" }}", "")]
    [InlineData("{{ .Files.Get \"../secret\" }}{{ .Files.Get \"/etc/passwd\" }}{{ len (.Files.Glob \"../**\") }}", "0")]
    public void Gives_what_Go_gives_without_the_work(string template, string text) => Assert.Equal(text, TemplateRun.Text(template));

    [Theory]
    [InlineData("{{ env \"HOME\" }}", "function \"env\" not defined")]
    [InlineData("{{ expandenv \"$HOME\" }}", "function \"expandenv\" not defined")]
    public void Knows_no_environment(string template, string reason) => Assert.Contains(reason, TemplateRun.Text(template), StringComparison.Ordinal);

    [Fact]
    public void Patterns_that_backtrack_elsewhere_take_linear_time()
    {
        Assert.Equal("false", TemplateRun.Text("{{ regexMatch \"^(a+)+$\" (print (repeat 50000 \"a\") \"b\") }}"));
        Assert.Contains("error calling", TemplateRun.Text("{{ mustRegexMatch (repeat 40000 \"(a\") \"a\" }}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_that_multiply_end_in_an_error()
    {
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat("bcdefghi".Select((name, i) => $"{name}: &{name} [{string.Join(", ", Enumerable.Repeat("*" + (char)(name - 1), 10))}]\n"));

        Assert.Contains("Error:", TemplateRun.Text($"{{{{ fromYaml `{bomb}` }}}}"), StringComparison.Ordinal);
        Assert.NotNull(HardenBuild.Rendering.Helm.Functions.Yaml.YamlValueReader.ReadFile(HardenBuild.Text.SourceText.From("values.yaml", bomb)).Error);
    }

    [Fact]
    public void A_render_that_takes_too_long_ends()
    {
        var limits = new RenderLimits { Time = TimeSpan.Zero };

        Assert.Contains("takes longer than", Assert.Throws<TemplateExecutionException>(() => TemplateRun.Render("{{ range 9999 }}{{ end }}", "", null, limits)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_do_not_repeat_whole_texts() => Assert.InRange(TemplateRun.Text("{{ atoi (repeat 9000000 \"x\") | fail }}{{ fail (repeat 9000000 \"x\") }}").Length, 1, 200_000);
}
