using HardenBuild.Syntax.Shell;

namespace HardenBuild.Core.Tests.Shell;

public sealed class ShellTreeTests
{
    [Theory]
    [InlineData("a b c", "[a b c]")]
    [InlineData("a && b || c; d & e", "[a] And [b] Or [c] [d] Background [e]")]
    [InlineData("a\nb # note\nc", "[a] [b] [c]")]
    [InlineData("a | b |& c", "[a]|[b]|[c]")]
    [InlineData("a |\n b", "[a]|[b]")]
    [InlineData("! a | b", "![a]|[b]")]
    [InlineData("a \\\n b", "[a b]")]
    [InlineData("a \\\r\n b", "[a b]")]
    [InlineData("ab\\\ncd", "[abcd]")]
    [InlineData("A=1 B=$x c", "[A=1 B=${x} c]")]
    [InlineData("A= b", "[A=() b]")]
    [InlineData("A=(x \"y z\") ; a[1]=2", "[A=(x \"y z\")] [a=2]")]
    [InlineData("export A=(x)", "[export A= x]")]
    [InlineData("a > f 2>&1 <g >>h 3<>i", "[a Output:f 2DuplicateOutput:1 Input:g Append:h 3ReadWrite:i]")]
    [InlineData("a &> f &>>g >|h <<<word", "[a OutputAndError:f AppendOutputAndError:g Clobber:h HereString:word]")]
    [InlineData("a 2b", "[a 2b]")]
    [InlineData("> f", "[Output:f]")]
    public void Reads_simple_commands(string script, string tree) => AssertTree(script, tree);

    [Theory]
    [InlineData("a 'b c' d", "[a 'b c' d]")]
    [InlineData("a \"b $c \\\" d\"", "[a \"b ${c} \" d\"]")]
    [InlineData("a \\' b\\ c", "[a ' b c]")]
    [InlineData("a $'x\\ty\\x41\\101\\''", "[a 'x\tyAA'']")]
    [InlineData("a $\"b\"", "[a \"b\"]")]
    [InlineData("a $1$@ $ $% \"$\"", "[a ${1}${@} $ $% \"$\"]")]
    [InlineData("a ${b} ${#b} ${!b} ${b:-c d} ${b##*/}", "[a ${b} ${#b} ${!b} ${b:-c d} ${b##*/}]")]
    [InlineData("a ${b:-${c:-\"}\"}} ${b[1]} ${b[@]:1}", "[a ${b:-${c:-\"}\"}} ${b[1]} ${b[@]:1}]")]
    [InlineData("a \"${b:-it's}\" \"${b%'}'}\"", "[a \"${b:-it's}\" \"${b%'}'}\"]")]
    [InlineData("a ${#} ${#@} ${b:?(}", "[a ${#} ${#@} ${b:?(}]")]
    [InlineData("a $(b | c) \"$(d \"e\")\"", "[a $([b]|[c]) \"$([d \"e\"])\"]")]
    [InlineData("a `b c`", "[a $([b c])]")]
    [InlineData("a `b \\`c\\` \\$d`", "[a $([b $([c]) ${d}])]")]
    [InlineData("a \"`b \\\"c d\\\"`\"", "[a \"$([b \"c d\"])\"]")]
    [InlineData("a $((1 + (2 * $b)))", "[a $((1 + (2 * ${b})))]")]
    [InlineData("a $((b) | c)", "[a $(Subshell([b])|[c])]")]
    [InlineData("a <(b) >(c)", "[a <([b]) >([c])]")]
    [InlineData("bash <(curl x)", "[bash <([curl x])]")]
    [InlineData("rm !(keep|me)", "[rm !(keep|me)]")]
    [InlineData("a#b #c", "[a#b]")]
    [InlineData("a *.txt ~/x {a,b}", "[a *.txt ~/x {a,b}]")]
    public void Reads_words(string script, string tree) => AssertTree(script, tree);

    [Theory]
    [InlineData("(a; b) > f", "Subshell([a] [b], Output:f)")]
    [InlineData("{ a; b; }", "Group([a] [b])")]
    [InlineData("if a; then b; elif c; then d; else e; fi", "If(IfClause([a], [b]), IfClause([c], [d]), [e])")]
    [InlineData("for x in a $b; do c; done", "For:x(a, ${b}, [c])")]
    [InlineData("for x\ndo c; done", "For:x([c])")]
    [InlineData("for ((i=0; i<3; i++)); do a; done", "ArithmeticFor(i=0; i<3; i++, [a])")]
    [InlineData("while a; do b; done | c", "While([a], [b])|[c]")]
    [InlineData("until a; do b; done", "While:until([a], [b])")]
    [InlineData("case $x in a|b) c;; (d) e ;& *) f; esac", "Case(${x}, CaseItem(a, b, [c]), CaseItem(d, [e]), CaseItem(*, [f]))")]
    [InlineData("a $(case x in y) z;; esac)", "[a $(Case(x, CaseItem(y, [z])))]")]
    [InlineData("f() { a; }", "FunctionDefinition:f(Group([a]))")]
    [InlineData("function f () ( a )", "FunctionDefinition:f(Subshell([a]))")]
    [InlineData("[[ $a == b* && ( -f c ) ]] && d", "Test(${a}, ==, b*, -f, c) And [d]")]
    [InlineData("[[ a =~ ^(b|c)$ ]]", "Test(a, =~, ^(b|c)$)")]
    [InlineData("((i++)) ; a", "Arithmetic(i++) [a]")]
    [InlineData("((a); b)", "Subshell(Subshell([a]) [b])")]
    [InlineData("time (a)", "Subshell([a])")]
    [InlineData("echo if then fi", "[echo if then fi]")]
    public void Reads_compound_commands(string script, string tree) => AssertTree(script, tree);

    [Theory]
    [InlineData("a <<E\nx $y\nE\nb", "[a HereDocument:E<x ${y}\\n>] [b]")]
    [InlineData("a <<'E'\nx $y\nE", "[a HereDocument:'E'<'x $y\\n'>]")]
    [InlineData("a <<-E\n\tx\n\tE\nb", "[a HereDocumentWithoutTabs:E<\tx\\n>] [b]")]
    [InlineData("a <<E | b <<F > c\n1\nE\n2\nF\nd", "[a HereDocument:E<1\\n>]|[b HereDocument:F<2\\n> Output:c] [d]")]
    [InlineData("a <<E\r\nx\r\nE\r\nb", "[a HereDocument:E<x\r\\n>] [b]")]
    [InlineData("a $(b <<E\n$(c)\nE\n)", "[a $([b HereDocument:E<$([c])\\n>])]")]
    public void Reads_here_documents(string script, string tree) => AssertTree(script, tree);

    [Theory]
    [InlineData("a 'b", "[a 'b']", 2, "Single quote is not closed")]
    [InlineData("a \"b $c", "[a \"b ${c}\"]", 2, "Double quote is not closed")]
    [InlineData("if a; then b", "If(IfClause([a], [b]))", 0, "'if' has no matching 'fi'")]
    [InlineData("(if a; then b) && c", "Subshell(If(IfClause([a], [b]))) And [c]", 1, "'if' has no matching 'fi'")]
    [InlineData("for x in a; do b", "For:x(a, [b])", 0, "'for' has no matching 'done'")]
    [InlineData("a $(b", "[a $([b])]", 2, "'$(' has no matching ')'")]
    [InlineData("a ) b", "[a] [b]", 2, "Unexpected ')'")]
    [InlineData("a; fi; b", "[a] [b]", 3, "Unexpected 'fi'")]
    [InlineData("a && ", "[a] And", 2, "'&&' has no command after it")]
    [InlineData("a | ", "[a]", 2, "'|' has no command after it")]
    [InlineData("a <<E\nb", "[a HereDocument:E<b>]", 4, "Here-document has no end line 'E'")]
    [InlineData("a > ; b", "[a Output:] [b]", 2, "'>' has no word after it")]
    [InlineData("case x in a b", "Case(x)", 10, "Pattern of 'case' has no ')' after it")]
    [InlineData("a ${b", "[a ${b}]", 2, "'${' has no matching '}'")]
    [InlineData("f()", "FunctionDefinition:f()", 0, "Function 'f' has no body")]
    [InlineData("[[ a", "Test(a)", 0, "'[[' has no matching ']]'")]
    [InlineData("{ a; ", "Group([a])", 0, "'{' has no matching '}'")]
    [InlineData("a `b", "[a $([b])]", 2, "Backquote is not closed")]
    public void Keeps_what_was_read_before_an_error(string script, string tree, int start, string message)
    {
        var parsed = ShellScript.Parse(script);

        Assert.Equal(tree, ShellDump.Of(parsed.Body));
        Assert.Equal((start, message), (parsed.Errors[0].Span.Start, parsed.Errors[0].Message));
    }

    [Fact]
    public void Spans_are_offsets_of_the_whole_text()
    {
        const string text = "RUN a 'b' \"c\"  ";
        var command = ShellScript.Parse(text, new HardenBuild.Text.TextSpan(4, 9)).EnumerateCommands().Single();

        Assert.Equal("a 'b' \"c\"", text.Substring(command.Span.Start, command.Span.Length));
        Assert.Equal(["a", "b", "c"], command.Words.Select(word => word.LiteralValue));
        Assert.Equal(new HardenBuild.Text.TextSpan(6, 3), command.Words[1].Span);
    }

    [Fact]
    public void Enumerates_commands_everywhere_in_source_order()
    {
        const string script = "a $(b `c`) >(d) | { e; } && f() { g; }; if h; then i; else j; fi <<X; for k in $(l); do m; done\n$(n)\nX\n";

        var names = ShellScript.Parse(script).EnumerateCommands().Select(command => command.Words[0].LiteralValue);

        Assert.Equal("a b c d e g h i j n l m", string.Join(" ", names));
    }

    private static void AssertTree(string script, string tree)
    {
        var parsed = ShellScript.Parse(script);

        Assert.Equal(tree, ShellDump.Of(parsed.Body));
        Assert.Empty(parsed.Errors);
    }
}
