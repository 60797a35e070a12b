using System.CommandLine.Parsing;
using HardenBuild.Tool.Reports;

namespace HardenBuild.Tool.Tests.Reports;

public sealed class ReportTargetTests
{
    [Theory]
    [InlineData("", "text>")]
    [InlineData("--format json", "json>")]
    [InlineData("--output a", "text>a")]
    [InlineData("--format sarif --output a", "sarif>a")]
    [InlineData("--output a --format sarif", "sarif>a")]
    [InlineData("--format text --format sarif --output a", "text> sarif>a")]
    [InlineData("--format sarif --output a --format text", "sarif>a text>")]
    [InlineData("--format sarif --output a --format json --output b", "sarif>a json>b")]
    [InlineData("--output a --format sarif --output b --format json", "sarif>a json>b")]
    [InlineData("--format sarif --output -", "sarif>")]
    public void An_output_belongs_to_the_format_beside_it(string line, string expected) =>
        Assert.Equal(expected, string.Join(' ', ReportTarget.Pair(Tokens(line)).Select(target => target.Format + ">" + target.Path)));

    [Theory]
    [InlineData("--format text --format json", "standard output")]
    [InlineData("--format sarif --output a --output b", "'--output b' has no '--format'")]
    [InlineData("--format sarif --output a --format json --output a", "Two reports go to 'a'")]
    public void Refuses_what_would_lose_a_report(string line, string message) =>
        Assert.Contains(message, Assert.Throws<CommandException>(() => ReportTarget.Pair(Tokens(line))).Message, StringComparison.Ordinal);

    private static IEnumerable<Token> Tokens(string line) => line
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => new Token(word, word.StartsWith("--", StringComparison.Ordinal) ? TokenType.Option : TokenType.Argument, null!));
}
