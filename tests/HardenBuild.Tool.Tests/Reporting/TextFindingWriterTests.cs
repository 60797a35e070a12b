using HardenBuild.Reporting;
using HardenBuild.Rules;
using HardenBuild.Sarif.Tests;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Tool.Tests.Reporting;

public sealed class TextFindingWriterTests
{
    [Fact]
    public void Shows_place_message_line_carets_and_help_once()
    {
        var result = Sample.Result(Sample.Reported("Image 'alpine' has no tag"), Sample.Reported("Again", RuleSeverity.Error));

        Assert.Equal(
            """
            src/Dockerfile:1:6: warning HB1999 Image 'alpine' has no tag
                1 | FROM alpine
                  |      ^^^^^^
                  = help: https://github.com/hardenbuild/hardenbuild/blob/main/docs/rules/HB1999.md

            src/Dockerfile:1:6: error HB1999 Again
                1 | FROM alpine
                  |      ^^^^^^

            1 error, 1 warning, 0 suggestions in 1 file

            """.ReplaceLineEndings("\n"),
            Write(result));
    }

    [Fact]
    public void Carets_stand_under_neutralised_text_and_commands_are_not_put_together()
    {
        var source = SourceText.From("f", "\tx\u001b##vso[a]");
        var finding = new Finding(new SampleRule(), source.At(new TextSpan(4, 6)), ["m"]);

        var lines = Write(Sample.Result(new ReportedFinding(finding, RuleSeverity.Warning))).Split('\n');

        Assert.Equal(@"    1 |  x\u001b# #vso[a]", lines[1]);
        Assert.Equal("      |          " + new string(' ', 1) + "^^^^^^", lines[2]);
    }

    [Fact]
    public void A_long_line_is_shown_around_the_span()
    {
        var source = SourceText.From("f", new string('a', 100_000) + "X" + new string('b', 100_000));
        var finding = new Finding(new SampleRule(), source.At(new TextSpan(100_000, 1)), ["m"]);

        var lines = Write(Sample.Result(new ReportedFinding(finding, RuleSeverity.Warning))).Split('\n');

        Assert.InRange(lines[1].Length, 100, 200);
        Assert.Equal('X', lines[1][lines[2].IndexOf('^', StringComparison.Ordinal)]);
    }

    [Fact]
    public void A_span_at_the_end_of_a_line_or_of_an_empty_text_has_a_place()
    {
        var source = SourceText.From("f", "RUN\r\n");
        var atBreak = new Finding(new SampleRule(), source.At(new TextSpan(3, 2)), ["m"]);
        var ofEmpty = new Finding(new SampleRule(), SourceText.From("g", "").At(default), ["m"]);

        var text = Write(Sample.Result(new(atBreak, RuleSeverity.Warning), new(ofEmpty, RuleSeverity.Warning)));

        Assert.Contains("    1 | RUN\n      |    ^\n", text, StringComparison.Ordinal);
        Assert.Contains("g:1:1: warning HB1999 m\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Suppressed_findings_show_their_reason_when_asked_for_and_count_apart()
    {
        var result = Sample.Result(Sample.Reported("m", suppressedBy: "test image"));

        Assert.Equal("No findings in 1 file, 1 finding suppressed\n", Write(result));
        Assert.Contains("= suppressed: test image\n", Write(result, new ReportOptions { IncludeSuppressed = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Silent_findings_are_not_for_people() =>
        Assert.Equal("No findings in 1 file\n", Write(Sample.Result(Sample.Reported("m", RuleSeverity.Silent))));

    [Fact]
    public void Only_colour_adds_escapes()
    {
        var result = Sample.Result(Sample.Reported("m"));

        Assert.DoesNotContain('\u001b', Write(result));
        Assert.Contains("\u001b[1;33mwarning HB1999\u001b[0m", Write(result, new ReportOptions { UseColor = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void MSBuild_lines_put_errors_first_and_leave_suppressed_ones_out()
    {
        var result = Sample.Result(
            Sample.Reported("first"),
            Sample.Reported("fatal\n##vso[x]", RuleSeverity.Error),
            Sample.Reported("hint", RuleSeverity.Suggestion),
            Sample.Reported("gone", suppressedBy: ""));
        using var output = new StringWriter();

        new MSBuildFindingWriter().Write(result, new ReportOptions { IncludeSuppressed = true }, output);

        Assert.Equal(
            "src/Dockerfile(1,6): error HB1999: fatal\\u000a# #vso[x]\nsrc/Dockerfile(1,6): warning HB1999: first\nsrc/Dockerfile(1,6): message HB1999: hint\n",
            output.ToString());
    }

    private static string Write(ScanResult result, ReportOptions? options = null)
    {
        using var output = new StringWriter();
        new TextFindingWriter().Write(result, options ?? new ReportOptions(), output);
        return output.ToString();
    }
}
