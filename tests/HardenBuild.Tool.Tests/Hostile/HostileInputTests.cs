using System.Text;

namespace HardenBuild.Tool.Tests.Hostile;

/// <summary>Input that nobody should have written: one clear answer and the exit code that goes with it.</summary>
public sealed class HostileInputTests : IDisposable
{
    private const int Deep = 10_000;

    private readonly ToolRun _tool = new();

    [Theory]
    [InlineData("FROM alpine:3\nRUN echo \0\n", "it is a binary file")]
    [InlineData("\0\u0001\u0002ELF", "it is a binary file")]
    public void Nul_characters_make_a_file_binary(string text, string reason)
    {
        _tool.Write("Dockerfile", text);

        Assert.Equal([$"Dockerfile(1,1): error HB0001: 'Dockerfile' cannot be read, so nothing in it was checked: {reason}"], Findings(expectedExitCode: 1));
    }

    [Fact]
    public void Text_in_another_encoding_is_named_as_such()
    {
        File.WriteAllBytes(Path.Combine(_tool.Folder, "Dockerfile"), Encoding.Latin1.GetBytes("FROM alpine:3\n# café\n"));

        Assert.Equal(
            ["Dockerfile(1,1): error HB0001: 'Dockerfile' cannot be read, so nothing in it was checked: it is a binary file, or text in an encoding other than UTF-8 and UTF-16"],
            Findings(expectedExitCode: 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n# nothing but a comment\n")]
    public void A_dockerfile_without_instructions_says_how_to_begin(string text)
    {
        _tool.Write("Dockerfile", text);

        Assert.StartsWith("Dockerfile(1,1): error HB0002: The Dockerfile has no instructions; begin it with FROM", Assert.Single(Findings(1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FROM alpine:3\nLABEL a=\"b\n", "Dockerfile(2,9): warning HB0002: The double quote is not closed; add \" or put an escape character before it")]
    [InlineData("FROM alpine:3\nENV a='b\nUSER 1000\n", "Dockerfile(2,7): warning HB0002: The single quote is not closed; add ' or put an escape character before it")]
    [InlineData("FROM alpine:3\nENV a it's\nUSER 1000\n", "Dockerfile(2,9): warning HB0002: The single quote is not closed; add ' or put an escape character before it")]
    [InlineData("FROM alpine:3\nWORKDIR ${HOME\n", "Dockerfile(2,15): warning HB0002: The variable reference does not end; add '}'")]
    public void An_unclosed_quote_or_brace_in_a_dockerfile_is_reported_where_it_opens(string text, string expected)
    {
        _tool.Write("Dockerfile", text);

        Assert.Equal([expected], SyntaxErrors());
    }

    [Theory]
    [InlineData("ENV name='a\\'b'")]
    [InlineData("ADD \\conf\\\\\" /.znc")]
    [InlineData("LABEL a=\"it's\" b='say \"hi\"'")]
    [InlineData("RUN echo \"$HOME\" '${x'")]
    [InlineData("COPY <<'EOF' /a\nit's\nEOF")]
    public void Quotes_that_a_builder_may_accept_are_not_errors(string instruction)
    {
        _tool.Write("Dockerfile", $"FROM alpine:3\nUSER 1000\n{instruction}\nRUNN\n");

        Assert.EndsWith("error HB0002: 'RUNN' is not an instruction", Assert.Single(SyntaxErrors()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unclosed_quote_in_yaml_is_reported_where_it_opens()
    {
        _tool.Write("compose.yaml", "services:\n  web:\n    image: \"nginx\n");

        Assert.StartsWith("compose.yaml(3,12): error HB0003: This is not YAML: while scanning a quoted scalar", Assert.Single(SyntaxErrors()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("[", "")]
    [InlineData("{a: ", "}")]
    [InlineData("{a: ", "")]
    public void Deep_yaml_is_read_down_to_a_limit(string open, string close)
    {
        _tool.Write("compose.yaml", "services: " + Repeat(open) + Repeat(close) + "\n");

        Assert.EndsWith("error HB0003: Collections are nested more than 256 deep; documents nested deeper are not read", Assert.Single(SyntaxErrors()), StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_json_is_read_down_to_a_limit()
    {
        _tool.Write("docker/daemon.json", "{\"hosts\":" + Repeat("[") + Repeat("]") + "}");

        Assert.Equal(["docker/daemon.json(1,265): error HB0003: Collections are nested more than 256 deep; documents nested deeper are not read"], SyntaxErrors());
    }

    [Fact]
    public void Aliases_that_multiply_are_followed_up_to_a_limit()
    {
        var bomb = new StringBuilder("services:\n  web:\n    image: nginx:1.29\nx0: &x0 [a,a,a,a,a,a,a,a,a,a]\n");
        for (var i = 1; i < 12; i++)
            bomb.Append($"x{i}: &x{i} [").AppendJoin(',', Enumerable.Repeat($"*x{i - 1}", 10)).Append("]\n");
        _tool.Write("compose.yaml", bomb.ToString());

        Assert.Equal(["compose.yaml(9,38): error HB0003: The file has more than 1000000 nodes when its aliases are followed; the rest of it is not read"], SyntaxErrors());
    }

    [Fact]
    public void Merge_keys_that_multiply_are_followed_up_to_a_limit()
    {
        var bomb = new StringBuilder("x0: &x0 {k0: 1}\n");
        for (var i = 1; i < 40; i++)
            bomb.Append($"x{i}: &x{i}\n  <<: [*x{i - 1}, *x{i - 1}]\n  k{i}: 1\n");
        _tool.Write("compose.yaml", bomb + "services:\n  web:\n    <<: *x39\n    image: nginx:1.29\n");

        Assert.Contains("nodes when its aliases are followed", Assert.Single(SyntaxErrors()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_of_itself_is_an_error_at_the_alias()
    {
        _tool.Write("compose.yaml", "services: &s\n  web: *s\n");

        Assert.Equal(["compose.yaml(2,8): error HB0003: The alias '*s' stands inside the node that it names; name a node that ends before it"], SyntaxErrors());
    }

    [Theory]
    [InlineData("${${", "'{' is not an operator of a variable reference; write '${name}' or '${name:-default}'")]
    [InlineData("${}", "The variable reference has no name; write it between the braces")]
    [InlineData("${a:-", "Variable references are nested more than 64 deep; give the inner ones an ARG of their own")]
    public void Deep_variable_references_are_one_error(string reference, string message)
    {
        _tool.Write("Dockerfile", "FROM alpine:3\nENV a=" + Repeat(reference) + "\nUSER 1000\n");

        Assert.EndsWith("warning HB0002: " + message, Assert.Single(SyntaxErrors()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$(")]
    [InlineData("\"$(")]
    [InlineData("$((")]
    [InlineData("<(cat ")]
    [InlineData("`")]
    [InlineData("${a:-")]
    [InlineData("( ")]
    [InlineData("{ ")]
    [InlineData("if a; then ")]
    [InlineData("while ")]
    [InlineData("case a in b) ")]
    [InlineData("f() ")]
    [InlineData("! ")]
    [InlineData("sudo ")]
    [InlineData("sh -c '")]
    [InlineData("eval ")]
    [InlineData("a && ")]
    [InlineData("cat <<a ")]
    public void Deep_shell_commands_leave_the_rest_of_the_file_checked(string nested)
    {
        _tool.Write("Dockerfile", "FROM alpine:3\nRUN " + Repeat(nested) + "\nUSER 1000\nRUNN\n");

        Assert.Contains(SyntaxErrors(), line => line.EndsWith("error HB0002: 'RUNN' is not an instruction", StringComparison.Ordinal));
        Assert.DoesNotContain("HB0007", _tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$(")]
    [InlineData("( ")]
    [InlineData("{ ")]
    [InlineData("${a:-${b:-")]
    public void Shell_commands_below_the_limit_of_nesting_are_said_to_be_unread_once(string nested)
    {
        _tool.Write("Dockerfile", "FROM alpine:3\nUSER 1000\nRUN " + Repeat(nested) + "\nRUN " + Repeat(nested) + "\n");

        var finding = Assert.Single(SyntaxErrors());
        Assert.StartsWith("Dockerfile(3,", finding, StringComparison.Ordinal);
        Assert.EndsWith("warning HB0011: 'Dockerfile' exceeds a limit, so it was not fully checked: shell commands are nested more than 200 levels deep", finding, StringComparison.Ordinal);
        Assert.DoesNotContain("HB1144", _tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_double_stay_small()
    {
        var text = new StringBuilder("FROM alpine:3\nENV a0=xxxxxxxxxx\n");
        for (var i = 1; i < 100; i++)
            text.Append($"ENV a{i}=$a{i - 1}$a{i - 1}\n");
        _tool.Write("Dockerfile", text + "USER $a99\nRUNN\n");

        Assert.Equal(["Dockerfile(103,1): error HB0002: 'RUNN' is not an instruction"], SyntaxErrors());
    }

    [Fact]
    public void Ten_thousand_stages_on_one_another_are_followed()
    {
        var text = new StringBuilder("FROM alpine:3 AS s0\n");
        for (var i = 1; i <= Deep; i++)
            text.Append($"FROM s{i - 1} AS s{i}\n");
        _tool.Write("Dockerfile", text + "USER 1000\nRUNN\n");

        Assert.Equal(["Dockerfile(10003,1): error HB0002: 'RUNN' is not an instruction"], SyntaxErrors());
    }

    [Fact]
    public void Settings_that_mean_nothing_are_reported_at_the_setting()
    {
        _tool.Write("Dockerfile", "FROM alpine:3\nUSER 1000\n");
        _tool.Write(".editorconfig", "root = true\n[Dockerfile]\ndotnet_diagnostic.HB0002.severity = eror\ndotnet_diagnostic.HB9999.severity = error\nhardenbuild.nothing = 1\n");

        Assert.Equal(
            [
                ".editorconfig(3,37): warning HB0008: 'eror' is not a severity and is ignored; use error, warning, suggestion, silent, none or default",
                ".editorconfig(4,19): warning HB0008: There is no rule 'HB9999'; correct the id or remove the line",
                ".editorconfig(5,13): warning HB0008: No rule has the option 'nothing'; correct the name or remove the line",
            ],
            SyntaxErrors());
    }

    public void Dispose() => _tool.Dispose();

    private static string Repeat(string text) => new StringBuilder().Insert(0, text, Deep).ToString();

    /// <summary>What concerns the text itself; what else rules have to say of these files is not the matter here.</summary>
    private string[] SyntaxErrors() => [.. Findings(1).Where(line => line.Contains(" HB0", StringComparison.Ordinal))];

    private string[] Findings(int expectedExitCode)
    {
        Assert.Equal(expectedExitCode, _tool.Run("scan", "--format", "msbuild"));
        Assert.True(_tool.Error.Length == 0 || _tool.Error.StartsWith("hardenbuild: warning: NOTHING WAS SCANNED", StringComparison.Ordinal), _tool.Error);
        return _tool.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
