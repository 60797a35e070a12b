namespace HardenBuild.Core.Tests.Rendering.Helm.Functions;

/// <summary>Texts, with the outputs of Sprig's documentation and of Go.</summary>
public sealed class StringFunctionTests
{
    [Theory]
    [InlineData("""{{ trim "   hello    " }}|{{ trimAll "$" "$5.00$" }}|{{ trimSuffix "-" "hello-" }}|{{ trimPrefix "-" "-hello" }}""", "hello|5.00|hello|hello")]
    [InlineData("""{{ trunc 5 "hello world" }}|{{ trunc -5 "hello world" }}|{{ trunc 0 "x" }}|{{ trunc 20 "x" }}|{{ trunc -20 "x" }}""", "hello|world||x|x")]
    [InlineData("""{{ trunc 3 "éa" }}|{{ trunc -2 "aé" }}|{{ substr 0 2 "éa" }}""", "éa|é|é")]
    [InlineData("""{{ substr 0 5 "hello world" }}|{{ substr 6 -1 "hello world" }}|{{ substr -1 2 "hello" }}|{{ substr 1 99 "hello" }}""", "hello|world|he|ello")]
    [InlineData("""{{ abbrev 5 "hello world" }}|{{ abbrev 3 "hello" }}|{{ abbrevboth 5 10 "1234 5678 9123" }}|{{ abbrevboth 0 5 "hello world" }}""", "he...|hello|...5678...|he...")]
    [InlineData("""{{ nospace "hello w o r l d" }}|{{ initials "First Try" }}|{{ untitle "Hello World" }}|{{ title "hello world-wide web_page o'neil" }}""", "helloworld|FT|hello world|Hello World-Wide Web_page O'Neil")]
    [InlineData("""{{ swapcase "This Is A.Test" }}|{{ upper "straße" }}|{{ lower "ÀB" }}|{{ repeat 3 "hello" }}|{{ repeat 0 "x" }}""", "tHIS iS a.tEST|STRAßE|àb|hellohellohello|")]
    [InlineData("""{{ plural "one anchovy" "many anchovies" 1 }}|{{ plural "a" "b" 0 }}|{{ cat "hello" "beautiful" "world" }}|{{ cat 1 nil 2.5 true }}""", "one anchovy|b|hello beautiful world|1 2.5 true")]
    [InlineData("""{{ replace " " "-" "I Am Henry VIII" }}|{{ replace "" "-" "ab" }}|{{ replace "aa" "b" "aaaaa" }}|{{ replace "x" "" "axbx" }}""", "I-Am-Henry-VIII|-a-b-|bba|ab")]
    [InlineData("""{{ wrap 5 "aa bb cc dddddddd e" }}|{{ wrapWith 5 "\t" "Hello World" }}|{{ wrapWith 3 "-" "abcdefgh" }}""", "aa bb\ncc\ndddddddd\ne|Hello\tWorld|abc-def-gh")]
    [InlineData("""{{ contains "cat" "catch" }} {{ hasPrefix "cat" "catch" }} {{ hasSuffix "cat" "catch" }}""", "true true false")]
    [InlineData("""{{ indent 4 "a\n\nb" }}|{{ nindent 2 "" }}|{{ indent 1 "a\n" }}""", "    a\n    \n    b|\n  | a\n ")]
    public void Cuts_joins_and_changes(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template));

    [Theory]
    [InlineData("FirstName", "first_name", "FirstName")]
    [InlineData("HTTPServer", "http_server", "Httpserver")]
    [InlineData("NoHTTPS", "no_https", "NoHTTPS")]
    [InlineData("GO_PATH", "go_path", "GoPath")]
    [InlineData("GO-PATH", "go_path", "GoPath")]
    [InlineData("http_server", "http_server", "HttpServer")]
    [InlineData("http2xx", "http_2xx", "Http2xx")]
    [InlineData("HTTP20xOK", "http_20x_ok", "Http20xOK")]
    [InlineData("Duration2m3s", "duration_2m3s", "Duration2m3s")]
    [InlineData("Bld4Floor3rd", "bld4_floor_3rd", "Bld4Floor3rd")]
    [InlineData("_complex__case_", "_complex__case_", "_Complex_Case_")]
    [InlineData("", "", "")]
    public void Changes_the_case_of_words(string text, string snake, string pascal)
    {
        Assert.Equal(snake, TemplateRun.Text("{{ snakecase .Values.t }}", $"t: '{text}'"));
        Assert.Equal(snake.Replace('_', '-'), TemplateRun.Text("{{ kebabcase .Values.t }}", $"t: '{text}'"));
        Assert.Equal(pascal, TemplateRun.Text("{{ camelcase .Values.t }}", $"t: '{text}'"));
    }

    [Theory]
    [InlineData("""{{ quote "a\"b\\c\n\té" }}""", """
        "a\"b\\c\n\té"
        """)]
    [InlineData("""{{ quote "\u00a0\u200b\u0001\u007f" }}""", """
        "\u00a0\u200b\x01\x7f"
        """)]
    [InlineData("""{{ quote 1 2.0 "x" nil true (list "a" 1) }}|{{ quote }}|{{ quote nil }}""", """
        "1" "2" "x" "true" "[a 1]"||
        """)]
    [InlineData("""{{ squote "it's \"x\"" 1 nil }}""", """
        'it's "x"' '1'
        """)]
    [InlineData("""{{ "é" | trunc 1 | quote }}""", """
        "\xc3"
        """)]
    public void Quotes(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template));

    [Theory]
    [InlineData("""{{ (split "$" "foo$bar$baz")._1 }} {{ (splitn "$" 2 "foo$bar$baz")._1 }} {{ splitList "," "" | len }} {{ splitList "" "añb" }}""", "bar bar$baz 1 [a ñ b]")]
    [InlineData("""{{ join "_" (list "a" 1 nil 2.5) }}|{{ join "," nil }}|{{ join "," 5 }}|{{ join "-" (splitList "." "a.b") }}""", "a_1_2.5||5|a-b")]
    [InlineData("""{{ toStrings (list 1 "a" nil) }}{{ kindOf (toStrings 1) }} {{ typeOf (splitList "," "a") }} {{ typeOf (split "," "a") }}""", "[1 a]slice []string map[string]string")]
    public void Splits_and_joins(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template));

    [Theory]
    [InlineData("""{{ b64enc "é" }} {{ b64dec "w6k=" }} {{ b64dec "a" }} {{ b64dec "YWJj\nZA==" }} {{ b32enc "é" }} {{ b32dec "YOUQ====" }}""", "w6k= é illegal base64 data at input byte 0 abcd YOUQ==== é")]
    [InlineData("""{{ sha1sum "" }} {{ adler32sum "Wikipedia" }} {{ sha256sum "" | trunc 8 }} {{ sha512sum "" | trunc 8 }}""", "da39a3ee5e6b4b0d3255bfef95601890afd80709 300286872 e3b0c442 cf83e135")]
    public void Encodes(string template, string expected) => Assert.Equal(expected, TemplateRun.Text(template));

    [Theory]
    [InlineData("""{{ repeat -1 "a" }}""", "strings: negative Repeat count")]
    [InlineData("""{{ substr 3 1 "hello" }}""", "runtime error: slice bounds out of range [3:1]")]
    [InlineData("""{{ repeat 100000000 "aaaaaaaaaa" }}""", "a string would be longer than 16,777,216 characters")]
    [InlineData("""{{ indent 1000000000 "a\nb" }}""", "a string would be longer than 16,777,216 characters")]
    [InlineData("""{{ replace "a" (repeat 10000 "b") (repeat 10000 "a") }}""", "a string would be longer than 16,777,216 characters")]
    public void Fails(string template, string reason) => Assert.EndsWith(reason, TemplateRun.Text(template));
}
