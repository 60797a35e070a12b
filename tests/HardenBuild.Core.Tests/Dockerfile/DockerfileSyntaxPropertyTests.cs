using CsCheck;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Dockerfile;

public sealed class DockerfileSyntaxPropertyTests
{
    private static readonly string[] Tokens =
    [
        "\n", "\n", "\n", " ", " ", "\t", "\\", "\\\n", "`", "`\n", "#", "# c\n", "# escape=`\n", "# syntax=a/b\n", "'", "\"", "$", "${", "}", ":-", "$x", "/", "%", "=", ",",
        "[", "]", "[\"a\"]", "{", "<<", "<<-", "EOF", "EOF\n", "<<EOF\n", "<<\"EOF\"", "--", "--from=", "--mount=type=", "--mount=\"", "--link", "FROM", "FROM a AS b\n", " AS ",
        "RUN ", "COPY ", "ADD ", "ENV ", "ARG ", "LABEL ", "CMD ", "USER ", "WORKDIR ", "ONBUILD ", "HEALTHCHECK CMD ", "SHELL ", "VOLUME ", "EXPOSE ", "MAINTAINER ", "STOPSIGNAL ",
        "a", "x=1", ":", "@", "\u00A0", "\uD83D", "\0", "é",
    ];

    /// <summary>Enough that rare neighbours, such as a second continuation at the end of the file, do meet.</summary>
    private const int Samples = 10_000;

    private static readonly Gen<string> Text = Gen.OneOfConst(Tokens).Array[0, 60].Select(parts => string.Concat(parts));

    [Fact]
    public void Never_throws_and_keeps_spans_in_bounds_and_nested() => Text.Sample(text =>
    {
        var syntax = Parse(text);
        var whole = new TextSpan(0, syntax.Source.Length);
        foreach (var instruction in syntax.Instructions)
            AssertNested(instruction, whole);
        Assert.All(syntax.Errors, error => Assert.True(whole.Contains(error.Span)));
        Assert.All(syntax.Comments, comment => Assert.True(whole.Contains(comment.Span)));
        TreePrinter.Print(syntax);
    }, iter: Samples);

    [Fact]
    public void Spans_cover_everything_but_white_space_and_do_not_overlap() => Text.Sample(text =>
    {
        var syntax = Parse(text);
        var covered = new bool[text.Length];
        foreach (var span in syntax.Directives.Select(d => d.Span).Concat(syntax.Comments.Select(c => c.Span)))
            covered.AsSpan(span.Start, span.Length).Fill(true);
        var end = 0;
        foreach (var span in syntax.Instructions.Select(i => i.Span))
        {
            Assert.True(span.Start >= end, "instructions overlap");
            end = span.End;
            covered.AsSpan(span.Start, span.Length).Fill(true);
        }

        // A directive that may stand only once is an error, not a directive.
        foreach (var span in syntax.Errors.Select(e => e.Span))
            covered.AsSpan(span.Start, span.Length).Fill(true);
        for (var i = 0; i < text.Length; i++)
            Assert.True(covered[i] || char.IsWhiteSpace(text[i]), $"'{text[i]}' at {i} belongs to nothing");
    }, iter: Samples);

    [Fact]
    public void Line_feeds_and_windows_line_breaks_give_the_same_tree() => Text.Sample(text =>
        Assert.Equal(TreePrinter.Print(Parse(text)), TreePrinter.Print(Parse(text.Replace("\n", "\r\n")))), iter: Samples);

    [Fact]
    public void The_model_answers_for_every_text() => Text.Sample(text =>
    {
        var model = DockerfileModel.Create(Parse(text));
        foreach (var instruction in model.Instructions)
        {
            Assert.True(instruction.Stage.Index < model.Stages.Length);
            Assert.NotEmpty(instruction.State.Shell.Name);
            if (instruction.Syntax is UserInstruction user)
                model.Expand(user.User, instruction.State);
        }

        Assert.True(model.TargetStage is null || model.ReachesTarget(model.TargetStage));
    }, iter: Samples);

    [Fact]
    public void Logical_text_maps_each_verbatim_character_to_itself() => Text.Sample(text =>
    {
        foreach (var instruction in Parse(text).Instructions)
        {
            var arguments = instruction.Arguments;
            for (var i = 0; i < arguments.Length; i++)
                Assert.Equal(arguments.Text[i], text[arguments.MapToSource(i)]);
        }
    }, iter: Samples);

    [Theory]
    [InlineData("USER app \\")]
    [InlineData("USER a\\\n b \\")]
    [InlineData("USER a\\\n b \\\n# c")]
    public void An_escape_character_at_the_end_of_the_file_belongs_to_the_instruction(string text)
    {
        var instruction = Assert.Single(Parse(text).Instructions);

        Assert.Equal(text.LastIndexOf('\\') + 1, instruction.Span.End);
    }

    private static void AssertNested(DockerfileInstruction instruction, TextSpan parent)
    {
        Assert.True(parent.Contains(instruction.Span));
        Assert.True(instruction.Span.Contains(instruction.KeywordSpan));
        Assert.True(instruction.Span.Contains(instruction.Arguments.Span));
        foreach (var flag in instruction.Flags)
        {
            Assert.True(instruction.Span.Contains(flag.Span));
            Assert.True(flag.Span.Contains(flag.NameSpan));
            Assert.All(flag.Mount?.Options ?? [], option => Assert.True(flag.Span.Contains(option.Span)));
        }

        foreach (var heredoc in instruction.Heredocs)
            Assert.True(instruction.Span.Contains(heredoc.MarkerSpan));
        if (instruction is OnbuildInstruction onbuild)
            AssertNested(onbuild.Trigger, instruction.Span);
    }

    private static DockerfileSyntax Parse(string text) => DockerfileSyntax.Parse(SourceText.From("Dockerfile", text));
}
