using HardenBuild.Analyzers.Live;
using HardenBuild.Configuration;
using HardenBuild.Core.Tests.Text;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Scanning.Live;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HardenBuild.Analyzers.Tests.Live;

public sealed class LiveFindingAnalyzerTests
{
    private const string Broken = "FROM scratch\n[|RUNN|] echo\nUSER 10001\n";
    private const string Rule = "HB0002";

    private static readonly MarkedText Marked = MarkedText.Parse("Dockerfile", Broken);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Points_at_the_token(string lineBreak)
    {
        var marked = MarkedText.Parse("Dockerfile", Broken.Replace("\n", lineBreak, StringComparison.Ordinal));
        var diagnostic = Only(await new LiveProject().With("src/Api/Dockerfile", marked.Text).Analyze());
        Assert.Equal("/repo/src/Api/Dockerfile", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(marked.Spans[0].Start, diagnostic.Location.SourceSpan.Start);
        Assert.Equal(marked.Spans[0].Length, diagnostic.Location.SourceSpan.Length);
        Assert.Equal("(1,0)-(1,4)", diagnostic.Location.GetLineSpan().Span.ToString());
    }

    [Fact]
    public async Task Counts_a_byte_order_mark_as_the_compiler_does()
    {
        var diagnostic = Only(await new LiveProject().With("Dockerfile", "\uFEFF" + Marked.Text).Analyze());
        Assert.Equal(Marked.Spans[0].Start + 1, diagnostic.Location.SourceSpan.Start);
        Assert.Equal("(1,0)-(1,4)", diagnostic.Location.GetLineSpan().Span.ToString());
    }

    [Fact]
    public async Task Carries_the_id_the_category_and_the_page_of_the_rule()
    {
        var diagnostic = Only(await new LiveProject().With("Dockerfile", Marked.Text).Analyze());
        Assert.Equal("HardenBuild.Tool", diagnostic.Descriptor.Category);
        Assert.Equal("https://github.com/hardenbuild/hardenbuild/blob/main/docs/rules/HB0002.md", diagnostic.Descriptor.HelpLinkUri);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }

    [Fact]
    public async Task Says_what_the_scan_says()
    {
        const string Text = "FROM alpine:latest AS build\nRUN curl -k https://example.com/{0} | sh\nENV API_TOKEN={1}\nRUNN {2}\nUSER root\n";
        var scan = new TextScan(new RuleSelection(new SeverityResolver(EditorConfigSet.Empty, RuleMode.Hardened, LiveProject.Root), []), useSuppressions: true);
        var expected = scan.Run([new InputText(HardenBuild.Text.SourceText.From("Dockerfile", Text), InputFormat.Dockerfile)], CancellationToken.None)
            .Select(reported => $"{reported.Finding.Rule.Id} {reported.Finding.Location.Span} {reported.Finding.Message}")
            .Order(StringComparer.Ordinal);

        var diagnostics = await new LiveProject().WithProperty("HardenBuildMode", "Hardened").With("Dockerfile", Text).Analyze();

        Assert.NotEmpty(diagnostics);
        Assert.Equal(expected, diagnostics.Select(d => $"{d.Id} {d.Location.SourceSpan} {d.GetMessage()}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("silent", DiagnosticSeverity.Hidden)]
    public async Task Takes_the_severity_from_editorconfig(string word, DiagnosticSeverity severity)
    {
        var project = new LiveProject().With(".editorconfig", $"[Dockerfile]\ndotnet_diagnostic.{Rule}.severity = {word}\n").With("Dockerfile", Marked.Text);
        Assert.Equal(severity, Only(await project.Analyze()).Severity);
    }

    [Theory]
    [InlineData("restricted", "1.34")]
    [InlineData("strict", "newest")]
    public async Task Takes_what_the_project_says_about_its_clusters(string level, string version)
    {
        var project = new LiveProject().WithProperty("HardenBuildTargetLevel", level).WithProperty("HardenBuildKubeVersion", version).With("Dockerfile", Marked.Text);
        Assert.Equal(Rule, Only(await project.Analyze()).Id);
    }

    [Fact]
    public async Task Reports_nothing_at_severity_none()
    {
        var project = new LiveProject().With(".editorconfig", $"[*]\ndotnet_diagnostic.{Rule}.severity = none\n").With("Dockerfile", Marked.Text);
        Assert.Empty(await project.Analyze());
    }

    [Fact]
    public async Task The_inner_editorconfig_wins_and_only_below_its_folder()
    {
        var project = new LiveProject()
            .With("a/.editorconfig", $"[*]\ndotnet_diagnostic.{Rule}.severity = suggestion\n")
            .With(".editorconfig", $"root = true\n[*]\ndotnet_diagnostic.{Rule}.severity = warning\n")
            .With("a/Dockerfile", Marked.Text)
            .With("b/Dockerfile", Marked.Text);
        Assert.Equal([DiagnosticSeverity.Info, DiagnosticSeverity.Warning], (await project.Analyze()).Select(diagnostic => diagnostic.Severity));
    }

    [Theory]
    [InlineData("/repo/src")]
    [InlineData("/elsewhere/")]
    [InlineData("../relative")]
    public async Task The_root_decides_nothing_about_configuration(string root)
    {
        var project = new LiveProject()
            .WithProperty("HardenBuildRoot", root)
            .With(".editorconfig", $"[src/Dockerfile]\ndotnet_diagnostic.{Rule}.severity = suggestion\n")
            .With("src/Dockerfile", Marked.Text);
        Assert.Equal(DiagnosticSeverity.Info, Only(await project.Analyze()).Severity);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("strict")]
    public async Task A_mode_that_is_none_counts_as_default(string mode)
    {
        // Of a rule that hardens only, default says nothing and hardened speaks up.
        var hardening = LiveScan.Rules.Where(rule => rule.DefaultSeverity == RuleSeverity.None).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var project = new LiveProject().WithProperty("HardenBuildMode", mode).With("Dockerfile", Marked.Text);
        Assert.DoesNotContain(await project.Analyze(), diagnostic => hardening.Contains(diagnostic.Id));
    }

    [Fact]
    public async Task A_comment_silences_the_line_below()
    {
        var text = Marked.Text.Replace("RUNN", "# hardenbuild:disable=HB0002 -- understood by our own builder\nRUNN", StringComparison.Ordinal);
        Assert.Empty(await new LiveProject().With("Dockerfile", text).Analyze());
    }

    [Fact]
    public async Task Switches_of_the_compiler_hold()
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, specificDiagnosticOptions: [new(Rule, ReportDiagnostic.Suppress)]);
        Assert.Empty(await new LiveProject().With("Dockerfile", Marked.Text).Analyze(options));
    }

    [Theory]
    [InlineData("Dockerfile.md")]
    [InlineData("notes.txt")]
    [InlineData(".editorconfig")]
    [InlineData("Dockerfile.dockerignore")]
    public async Task Leaves_other_files_alone(string name) =>
        Assert.Empty(await new LiveProject().With(name, Marked.Text).With("Dockerfile", "FROM scratch\nUSER 10001\n").Analyze());

    [Fact]
    public async Task The_text_decides_where_the_name_does_not()
    {
        var project = new LiveProject().With("Dockerfile.go", Marked.Text).With("Dockerfile.py", "from os import path\nRUNN = 1\n");
        Assert.Equal("/repo/Dockerfile.go", Only(await project.Analyze()).Location.GetLineSpan().Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("FROM")]
    [InlineData("RUN <<EOF\n")]
    public async Task Never_fails_on_bad_input(string text)
    {
        var diagnostics = await new LiveProject().With("Dockerfile", text).WithUnreadable("b/Dockerfile").WithUnreadable(".editorconfig").Analyze();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
    }

    [Fact]
    public void Supports_every_rule_that_one_file_decides_once()
    {
        var ids = new LiveFindingAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id).ToList();
        Assert.Equal(RuleCatalog.All.Where(rule => rule.Reach == RuleReach.File).Select(rule => rule.Id), ids);
        Assert.Distinct(ids);
        Assert.All(new LiveFindingAnalyzer().SupportedDiagnostics, descriptor => Assert.True(descriptor.IsEnabledByDefault));
    }

    [Fact]
    public void Describes_rules_as_the_catalog_does() => Assert.All(new LiveFindingAnalyzer().SupportedDiagnostics, descriptor =>
    {
        var rule = RuleCatalog.All.Single(rule => rule.Id == descriptor.Id);
        Assert.Equal((rule.Metadata.Title, rule.Metadata.Rationale, rule.HelpUri.AbsoluteUri), (descriptor.Title.ToString(null), descriptor.Description.ToString(null), descriptor.HelpLinkUri));
    });

    [Fact]
    public async Task Says_nothing_in_an_ordinary_build() =>
        Assert.Empty(await new LiveProject().InOrdinaryBuild().With("Dockerfile", Marked.Text).Analyze());

    // By id: the sentence is about one rule, whatever other rules come to say about the same file.
    private static Diagnostic Only(IEnumerable<Diagnostic> diagnostics) => Assert.Single(diagnostics, diagnostic => diagnostic.Id == Rule);
}
