using HardenBuild.Configuration;
using HardenBuild.Core.Tests.Text;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Configuration;

public sealed class SuppressionsTests
{
    private static readonly ProbeRule s_user = new("HB1901", RuleSeverity.Warning);
    private static readonly ProbeRule s_tag = new("HB1902", RuleSeverity.Warning);
    private static readonly ProbeRule s_off = new("HB1903", RuleSeverity.None);
    private static readonly RuleIndex s_rules = new([s_user, s_tag, s_off, .. RuleCatalog.Tool]);

    [Theory]
    [InlineData("FROM [|a|] # hardenbuild:disable=HB1901 -- why", "why")]
    [InlineData("# hardenbuild:disable=HB1901 -- why\nFROM [|a|]", "why")]
    [InlineData("FROM x\n# hardenbuild:disable=hb1901\n\n# other\n \nFROM [|a|]", "")]
    [InlineData("FROM x\n# hardenbuild:disable=HB1902 -- a\n# hardenbuild:disable=HB1901 -- b\nFROM [|a|]", "b")]
    [InlineData("FROM x\n#hardenbuild: disable = HB1902 , Probe1901  --  a -- b\nFROM [|a|]", "a -- b")]
    [InlineData("FROM [|a|]\n# hardenbuild:disable-file=HB1901 -- everywhere", "everywhere")]
    [InlineData("# HARDENBUILD:DISABLE=HB1901 --\r\nFROM [|a|]", "")]
    [InlineData("# hardenbuild:disable=HB1901 until=2020-01-31 -- no date known\nFROM [|a|]", "no date known")]
    public void Silences(string text, string reason)
    {
        var (suppressions, finding) = Read(text);

        Assert.True(suppressions.TryMatch(finding, out var actual));
        Assert.Equal(reason, actual);
        Assert.Empty(suppressions.Problems);
    }

    [Theory]
    [InlineData("FROM [|a|]\n# hardenbuild:disable=HB1901\n# end")]
    [InlineData("# hardenbuild:disable=HB1901\nFROM x\nFROM [|a|]")]
    [InlineData("FROM x # hardenbuild:disable=HB1901\nFROM [|a|]")]
    [InlineData("# hardenbuild:disable=HB1902\nFROM [|a|]")]
    [InlineData("# we use hardenbuild:disable=HB1901 elsewhere\nFROM [|a|]")]
    [InlineData("# hardenbuild: the linter of this repository\nFROM [|a|]")]
    [InlineData("# hardenbuild:disable=HB1901\n")]
    public void Does_not_silence(string text)
    {
        var (suppressions, finding) = Read(text.Contains("[|", StringComparison.Ordinal) ? text : text + "[|#|]");

        Assert.False(suppressions.TryMatch(finding, out _));
        Assert.Empty(suppressions.Problems);
    }

    [Fact]
    public void Above_a_construct_silences_all_of_it()
    {
        var source = SourceText.From("compose.yaml", "services:\n  # hardenbuild:disable=HB1901\n  web:\n    image: x\n    user: y\n  api:\n    image: z\n");
        var web = SpanOf(source, "web:\n    image: x\n    user: y\n");
        var suppressions = Parse(source, constructs: [web, SpanOf(source, "api:\n    image: z\n")]);

        Assert.True(suppressions.TryMatch(s_user.At(source, SpanOf(source, "y"), "service web"), out _));
        Assert.True(suppressions.TryMatch(s_user.At(source, SpanOf(source, "web"), "service web"), out _));
        Assert.False(suppressions.TryMatch(s_user.At(source, SpanOf(source, "z"), "service api"), out _));
    }

    [Fact]
    public void The_innermost_suppression_is_the_one_used()
    {
        var source = SourceText.From("f", "# hardenbuild:disable=HB1901 -- outer\na:\n  # hardenbuild:disable=HB1901 -- inner\n  b:\n    c: d\n");
        var suppressions = Parse(source, constructs: [SpanOf(source, "a:\n  # hardenbuild:disable=HB1901 -- inner\n  b:\n    c: d\n"), SpanOf(source, "b:\n    c: d\n")]);

        Assert.True(suppressions.TryMatch(s_user.At(source, SpanOf(source, "d\n"), "x"), out var reason));
        Assert.Equal("inner", reason);
        Assert.Equal(source.Content.IndexOf("HB1901", StringComparison.Ordinal), Assert.Single(suppressions.Unused()).Location.Span.Start);
    }

    [Fact]
    public void At_the_head_silences_what_the_file_lacks()
    {
        var source = SourceText.From("Dockerfile", "# syntax=docker/dockerfile:1\n# hardenbuild:disable=HB1901\n\nFROM a AS b\nFROM c\n");
        var suppressions = Parse(source);

        Assert.True(suppressions.TryMatch(s_user.At(source, SpanOf(source, "c\n")), out _));
        Assert.False(suppressions.TryMatch(s_user.At(source, SpanOf(source, "c\n"), "stage c"), out _));
    }

    [Fact]
    public void An_unlisted_parser_directive_is_no_code()
    {
        var source = SourceText.From("Dockerfile", "# hardenbuild:disable=HB1901\n# escape=`\nFROM a\n");
        var suppressions = Suppressions.Parse(source, [new SourceComment(source.GetLine(0), IsOwnLine: true)], new ConstructScopes(source, []), Policy());

        Assert.True(suppressions.TryMatch(s_user.At(source, SpanOf(source, "a\n"), "stage a"), out _));
    }

    [Theory]
    [InlineData("# hardenbuild:disable=[|HB9999|] -- why\nFROM a", "There is no rule 'HB9999' to suppress; correct the id or name, or remove it")]
    [InlineData("# hardenbuild:disable=HB1901,[|Nothing|]\nFROM a", "There is no rule 'Nothing' to suppress; correct the id or name, or remove it")]
    [InlineData("# hardenbuild:disable=[|HB1901 because|]\nFROM a", "'HB1901 because' is not a rule; separate rules by commas and put the reason behind '--'")]
    [InlineData("# [|hardenbuild:disable|] \nFROM a", "'hardenbuild:disable' names no rule; write 'hardenbuild:disable=HB1001 -- reason'")]
    [InlineData("# [|hardenbuild:disable= -- why|]\nFROM a", "'hardenbuild:disable= -- why' names no rule; write 'hardenbuild:disable=HB1001 -- reason'")]
    [InlineData("# [|hardenbuild:ignore=HB1901|]\nFROM a", "'hardenbuild:ignore=HB1901' is not a suppression; write 'hardenbuild:disable=HB1001 -- reason'")]
    [InlineData("# hardenbuild:disable=HB1901 until=[|tomorrow|] -- why\nFROM a", "'tomorrow' is not a date; write 'until=YYYY-MM-DD' before the reason")]
    [InlineData("# hardenbuild:disable=HB1901 until=[|2026-02-30|]\nFROM a", "'2026-02-30' is not a date; write 'until=YYYY-MM-DD' before the reason")]
    public void Reports_a_suppression_that_means_nothing(string text, string message)
    {
        var marked = MarkedText.Parse("Dockerfile", text);
        var source = SourceText.From(marked.Path, marked.Text);

        var problem = Assert.Single(Parse(source).Problems);

        Assert.Equal(("HB0010", message, marked.Spans[0]), (problem.Rule.Id, problem.Message, problem.Location.Span));
    }

    [Theory]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-03-03", false)]
    public void Applies_until_the_end_of_its_last_day(string today, bool applies)
    {
        var date = DateTime.Parse(today, System.Globalization.CultureInfo.InvariantCulture);
        var (suppressions, finding) = Read("FROM [|a|] # hardenbuild:disable=HB1901 until=2026-03-02 -- why", Policy() with { DataDate = date });

        Assert.Equal(applies, suppressions.TryMatch(finding, out _));
        Assert.Equal(applies ? [] : ["HB0010"], suppressions.Problems.Select(problem => problem.Rule.Id));
        Assert.Empty(suppressions.Unused());
    }

    [Fact]
    public void Reports_each_unused_rule_where_it_is_named()
    {
        var (suppressions, finding) = Read("FROM [|a|] # hardenbuild:disable=HB1901,Probe1902 -- why");
        suppressions.TryMatch(finding, out _);

        var unused = Assert.Single(suppressions.Unused());

        Assert.Equal("HB0005", unused.Rule.Id);
        Assert.Equal("Probe1902", unused.Location.Source.Substring(unused.Location.Span));
    }

    [Theory]
    [InlineData("FROM [|a|] # hardenbuild:disable=HB1903")]
    [InlineData("# hardenbuild:disable-file=HB0005\nFROM [|a|] # hardenbuild:disable=HB1902")]
    public void Accepts_an_unused_suppression_of(string text) => Assert.Empty(Read(text).Suppressions.Unused());

    [Fact]
    public void Accepts_an_unused_suppression_of_a_rule_that_was_not_scanned_for()
    {
        var resolver = new SeverityResolver(EditorConfigSet.Empty, RuleMode.Default, "/r");
        var policy = SuppressionPolicy.For(new(resolver, ["hb1901"]), "f", s_rules, dataDate: null);

        Assert.Empty(Read("FROM [|a|] # hardenbuild:disable=HB1902", policy).Suppressions.Unused());
        Assert.Single(Read("FROM [|a|] # hardenbuild:disable=HB1901", policy).Suppressions.Unused());
    }

    [Fact]
    public void Repository_can_require_reasons_and_forbid_suppressions()
    {
        const string Config = "[*]\nhardenbuild.require_suppression_reason = True\nhardenbuild.unsuppressible = HB1902, Probe1903\n";
        var resolver = new SeverityResolver(EditorConfigSet.Create([("/r", SourceText.From(".editorconfig", Config))]), RuleMode.All, "/r");
        var policy = SuppressionPolicy.For(new(resolver, []), "f", s_rules, dataDate: null);
        var (suppressions, finding) = Read("FROM [|a|] # hardenbuild:disable=HB1901,HB1902,HB1903", policy);

        Assert.True(suppressions.TryMatch(finding, out _));
        Assert.False(suppressions.TryMatch(s_tag.At(finding.Location.Source, finding.Location.Span), out _));
        Assert.Equal(
            ["HB0006 hardenbuild:disable=HB1901,HB1902,HB1903", "HB0010 HB1902", "HB0010 HB1903"],
            suppressions.Problems.Select(problem => problem.Rule.Id + " " + problem.Location.Source.Substring(problem.Location.Span)));
        Assert.Empty(suppressions.Unused());
    }

    [Theory]
    [InlineData("\"HB1901 -- why\"")]
    [InlineData("'HB1901 -- why'")]
    [InlineData("HB1901 -- why")]
    [InlineData("HB1902,Probe1901 until=2020-01-01 -- why")]
    public void Annotation_silences_its_object(string value)
    {
        var source = SourceText.From("pod.yaml", $"metadata:\n  annotations:\n    hardenbuild.dev/disable: {value}\nspec: x\n---\nspec: y\n");
        var subject = TextSpan.FromBounds(0, source.Content.IndexOf("---", StringComparison.Ordinal));
        var suppressions = Suppressions.Parse(source, [], new ConstructScopes(source, []), Policy(), [new AnnotationSuppression(SpanOf(source, value), subject)]);

        Assert.True(suppressions.TryMatch(s_user.At(source, SpanOf(source, "x"), "Pod/a"), out var reason));
        Assert.Equal("why", reason);
        Assert.False(suppressions.TryMatch(s_user.At(source, SpanOf(source, "y\n"), "Pod/b"), out _));
        Assert.Empty(suppressions.Problems);
    }

    [Fact]
    public void Many_suppressions_and_findings_cost_linear_time()
    {
        const int Count = 100_000;
        var source = SourceText.From("f", string.Concat(Enumerable.Repeat("# hardenbuild:disable=HB1901\na: b\n", Count)));
        var lines = Enumerable.Range(0, Count).Select(i => source.GetLine((2 * i) + 1)).ToArray();
        var suppressions = Parse(source, lines);

        Assert.All(lines, line => Assert.True(suppressions.TryMatch(s_user.At(source, line), out _)));
        Assert.Empty(suppressions.Unused());
    }

    private static SuppressionPolicy Policy() => new() { Rules = s_rules, IsActive = rule => rule.DefaultSeverity != RuleSeverity.None };

    private static (Suppressions Suppressions, Finding Finding) Read(string text, SuppressionPolicy? policy = null)
    {
        var marked = MarkedText.Parse("Dockerfile", text);
        var source = SourceText.From(marked.Path, marked.Text);
        return (Parse(source, [], policy), s_user.At(source, marked.Spans[0], "stage a"));
    }

    private static Suppressions Parse(SourceText source, IEnumerable<TextSpan>? constructs = null, SuppressionPolicy? policy = null)
    {
        var comments = new List<SourceComment>();
        for (var line = 0; line < source.LineCount; line++)
        {
            var span = source.GetLine(line);
            var hash = source.Content.IndexOf('#', span.Start, span.Length);
            if (hash >= 0)
                comments.Add(new SourceComment(TextSpan.FromBounds(hash, span.End), string.IsNullOrWhiteSpace(source.Content[span.Start..hash])));
        }

        return Suppressions.Parse(source, comments, new ConstructScopes(source, constructs ?? []), policy ?? Policy());
    }

    private static TextSpan SpanOf(SourceText source, string text) => new(source.Content.LastIndexOf(text, StringComparison.Ordinal), text.Length);
}
