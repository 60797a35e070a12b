using CsCheck;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Shell;

public sealed class ShellPropertyTests
{
    private static readonly Gen<string> Script = Gen.OneOfConst(
        "a", "b", " ", " ", "\n", "\r\n", "'", "\"", "`", "\\", "$", "${", "}", "$(", "$((", "((", "(", ")", "))", "{", "[[", "]]", "if ", "then ", "elif ",
        "else ", "fi ", "for ", "in ", "do ", "done ", "case ", "esac ", ";", ";;", "&", "&&", "|", "||", "|&", "<", ">", "<<E", "<<-'E'", "\nE\n", "<<<",
        "2>&1", "&>", "=", "x=", "x=(", "#", "!", "function ", "()", "time ", "select ", "while ", "until ", "*", "?(", ":-", "%", "/", "\t", "\0", "é",
        "$'", "[", "]", "=~", "sh -c ", "eval ", "sudo ", "env ", "-k", "--x=", "tar ", "<(").Array[0, 40].Select(tokens => string.Concat(tokens));

    [Fact]
    public void Missing_list_in_a_substitution_stays_inside_its_command()
    {
        const string Text = "\"<<-'E'/--x=do else `select \\|";

        AssertNested(ShellScript.Parse(Text), Text.Length);
    }

    [Fact]
    public void Never_throws_and_spans_nest()
    {
        Script.Sample(
            text =>
            {
                var script = ShellScript.Parse(text);
                Assert.Equal(new TextSpan(0, text.Length), script.Span);
                AssertNested(script, text.Length);
                foreach (var error in script.Errors)
                    Assert.True(error.Span.Start >= 0 && error.Span.End <= text.Length);
            },
            iter: 20_000);
    }

    [Fact]
    public void Words_are_found_in_the_text()
    {
        Script.Sample(
            text =>
            {
                var script = ShellScript.Parse(text);
                foreach (var word in ShellWalk.Below<ShellWord>(script).Where(word => word.Span.Length == word.Text.Length))
                    Assert.True(!word.IsBare || text.Substring(word.Span.Start, word.Span.Length) == word.LiteralValue, word.Text);
                foreach (var word in ShellWalk.Below<ShellWord>(script))
                    Assert.Equal(word.Text, string.Concat(word.Parts.Select(part => part.Text)));
            },
            iter: 20_000);
    }

    [Fact]
    public void Invocations_and_nested_scripts_stay_in_bounds()
    {
        Script.Sample(
            text =>
            {
                foreach (var invocation in ShellScript.Parse(text).EnumerateAllInvocations())
                {
                    Assert.InRange(invocation.Span.End, invocation.Span.Start, text.Length);
                    foreach (var option in invocation.Options)
                        Assert.InRange(option.NameSpan.End, option.NameSpan.Start, text.Length);
                    foreach (var option in invocation.Options)
                        Assert.InRange(option.ValueSpan.End, option.ValueSpan.Start, text.Length);
                }
            },
            iter: 20_000);
    }

    private static void AssertNested(ShellNode node, int length)
    {
        Assert.True(node.Span.Start >= 0 && node.Span.End <= length, $"{node.GetType().Name}{node.Span} is out of bounds");
        var children = new List<ShellNode>();
        node.AddChildren(children);
        foreach (var child in children)
        {
            Assert.True(child is HereDocument || node.Span.Contains(child.Span), $"{child.GetType().Name}{child.Span} is not in {node.GetType().Name}{node.Span}");
            AssertNested(child, length);
        }
    }
}
