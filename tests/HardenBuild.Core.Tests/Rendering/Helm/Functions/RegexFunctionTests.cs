namespace HardenBuild.Core.Tests.Rendering.Helm.Functions;

/// <summary>Patterns of RE2, with the outputs of Go.</summary>
public sealed class RegexFunctionTests
{
    [Theory]
    [InlineData(@"^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$", "test@acme.com", true)]
    [InlineData("a$", "a\n", false)]
    [InlineData("(?m)a$", "a\nb", true)]
    [InlineData("a.c", "a\nc", false)]
    [InlineData("(?s)a.c", "a\nc", true)]
    [InlineData("(?i)STRASSE", "strasse", true)]
    [InlineData("(?i:k)", "\u212A", true)]
    [InlineData("^(?i)[a-c]+(?-i)D$", "AbCD", true)]
    [InlineData("^(?i)[a-c]+(?-i)D$", "AbCd", false)]
    [InlineData(@"^\pL+$", "naïveΩ", true)]
    [InlineData(@"^\p{Greek}+$", "Ωα", true)]
    [InlineData(@"^[\p{Lu}\d]+$", "ÀB9", true)]
    [InlineData(@"^\PL$", "x", false)]
    [InlineData("^[[:alpha:]_-]+$", "a_b-C", true)]
    [InlineData("^[[:^alpha:]]$", "1", true)]
    [InlineData(@"^[^\d\s]$", "٣", true)]
    [InlineData("^[]a]+$", "]a", true)]
    [InlineData("^[a-]+$", "a-", true)]
    [InlineData(@"^\Qa.b\E$", "a.b", true)]
    [InlineData(@"^\x{1F600}\x41\101$", "😀AA", true)]
    [InlineData("^a{2,3}$", "aaaa", false)]
    [InlineData("^a{,3}$", "a{,3}", true)]
    [InlineData("^(a|b)*?c{0}$", "abab", true)]
    [InlineData(@"\bfoo\b", "a foo.", true)]
    [InlineData(@"\Bo\B", "foo", true)]
    [InlineData("", "", true)]
    [InlineData("(?P<year>\\d{4})-(?<month>\\d\\d)", "2024-05", true)]
    [InlineData(@"^.$", "😀", true)]
    public void Matches(string pattern, string text, bool expected) => Assert.Equal(expected ? "true" : "false", Run("{{ mustRegexMatch .Values.p .Values.t }}", pattern, text));

    [Theory]
    [InlineData("(", "missing closing ): `(`")]
    [InlineData("a)", "unexpected ): `a)`")]
    [InlineData("[a", "missing closing ]: `[a`")]
    [InlineData("*a", "missing argument to repetition operator: `*`")]
    [InlineData("a**", "invalid nested repetition operator: `**`")]
    [InlineData("a{1001}", "invalid repeat count: `{1001}`")]
    [InlineData("a{3,2}", "invalid repeat count: `{3,2}`")]
    [InlineData("(?=a)", "invalid or unsupported Perl syntax: `(?=`")]
    [InlineData("(?!a)", "invalid or unsupported Perl syntax: `(?!`")]
    [InlineData(@"(a)\1", @"invalid escape sequence: `\1`")]
    [InlineData(@"\Ca", @"invalid escape sequence: `\C`")]
    [InlineData(@"a\", "trailing backslash at end of expression: ``")]
    [InlineData("[z-a]", "invalid character class range: `z-a`")]
    [InlineData("[[:foo:]]", "invalid character class range: `[:foo:]`")]
    [InlineData(@"\p{Foo}", @"invalid character class range: `\p{Foo}`")]
    [InlineData("(?P<n", "invalid named capture: `(?P<n`")]
    public void Rejects_what_RE2_rejects(string pattern, string problem)
    {
        Assert.EndsWith("error calling mustRegexFind: error parsing regexp: " + problem, Run("{{ mustRegexFind .Values.p .Values.t }}", pattern, "a"));
        Assert.Equal("false", Run("{{ regexMatch .Values.p .Values.t }}", pattern, "a"));
        Assert.EndsWith($"error calling regexFind: regexp: Compile(`{pattern}`): error parsing regexp: {problem}", Run("{{ regexFind .Values.p .Values.t }}", pattern, "a"));
    }

    [Theory]
    [InlineData("""{{ regexFind "[a-zA-Z][1-9]" "abcd1234" }} {{ regexFindAll "[2,4,6,8]" "123456789" -1 }} {{ regexFindAll "a" "aaa" 0 | len }} {{ regexFind "x" "a" }}""", "d1 [2 4 6 8] 0 ")]
    [InlineData("""{{ regexReplaceAll "a(x*)b" "-ab-axxb-" "${1}W" }} {{ regexReplaceAll "(?P<k>\\w+)=(\\w+)" "a=1 b=2" "$2:${k}$$" }} {{ regexReplaceAll "a" "bab" "$x|" }}""", "-W-xxW- 1:a$ 2:b$ b|b")]
    [InlineData("""{{ regexReplaceAllLiteral "a(x*)b" "-ab-axxb-" "${1}" }} {{ regexReplaceAll "x*" "abc" "-" }} {{ regexReplaceAll "b|$" "abc" "-" }} {{ regexReplaceAll "é*" "aéb" "-" }}""", "-${1}-${1}- -a-b-c- a-c- -a-b-")]
    [InlineData("""{{ regexSplit "z+" "pizza" -1 }} {{ regexSplit "a*" "abaabaccadaaae" 5 }} {{ regexSplit "," "" -1 | len }} {{ regexSplit "" "abc" -1 }} {{ regexSplit "x" "a" 0 | len }} {{ regexSplit "," "a,b,c" 1 }}""", "[pi a] [ b b c cadaaae] 1 [a b c] 0 [a,b,c]")]
    [InlineData("""{{ regexFind "a+?" "aaa" }} {{ regexFind "(?U)a+" "aaa" }} {{ regexFind "(?U)a+?" "aaa" }} {{ regexFind "foo|foobar" "foobar" }} {{ regexFind "(a*)*" "aab" }} {{ regexFind "(|a)+" "aa" }}|""", "a a aaa foo aa |")]
    [InlineData("""{{ regexQuoteMeta "1.2.3[a]" }} {{ regexReplaceAll "[^a-z]" "a😀b" "-" }}""", @"1\.2\.3\[a\] a-b")]
    public void Finds_and_replaces(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template));

    [Fact]
    public void Takes_time_in_proportion_to_the_text() =>
        Assert.Equal("false", TemplateRun.Text("""{{ regexMatch "^(a+)+$" (cat (repeat 20000 "a") "b" | nospace) }}"""));

    private static string Run(string template, string pattern, string text) =>
        TemplateRun.Text(template, $"p: '{pattern.Replace("'", "''", StringComparison.Ordinal)}'\nt: {System.Text.Json.JsonSerializer.Serialize(text)}");
}
