using HardenBuild.Model.Docker.Context;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Dockerfile.Context;

public sealed class DockerIgnoreTests
{
    [Theory]
    // Exact names and parents.
    [InlineData("a", "a", true)]
    [InlineData("a", "a/b/c", true)]
    [InlineData("a", "b/a", false)]
    [InlineData("a", "ab", false)]
    [InlineData("A", "a", false)]
    [InlineData("a/", "a", true)]
    [InlineData("/a", "a", true)]
    [InlineData("./a", "a", true)]
    [InlineData("a/../b", "b", true)]
    [InlineData("../a", "a", false)]
    [InlineData("/", "a", false)]
    // One star stays within a name.
    [InlineData("*", "a", true)]
    [InlineData("*", "a/b", true)]
    [InlineData("*.cs", "a.cs", true)]
    [InlineData("*.cs", "a/b.cs", false)]
    [InlineData("*/*.cs", "a/b.cs", true)]
    [InlineData("*/bin", "a/bin/x", true)]
    [InlineData("*/bin", "a/b/bin", false)]
    [InlineData("a?", "ab", true)]
    [InlineData("a?", "a/", false)]
    [InlineData("a*b", "a/b", false)]
    // Two stars cross folders.
    [InlineData("**", "a/b", true)]
    [InlineData("**/bin", "bin", true)]
    [InlineData("**/bin", "a/b/bin/c", true)]
    [InlineData("**/bin", "a/xbin", false)]
    [InlineData("**bin", "a/xbin", true)]
    [InlineData("**/*.md", "a.md", true)]
    [InlineData("**/*.md", "a/b.md", true)]
    [InlineData("a/**", "a/b", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("a**", "abc/d", true)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a/**/b", "a/xb", false)]
    [InlineData("**/a/**", "x/a/b", true)]
    [InlineData("**/", "a", true)]
    // Sets and escapes.
    [InlineData("[ab].txt", "a.txt", true)]
    [InlineData("[^ab].txt", "c.txt", true)]
    [InlineData("[a-c].txt", "d.txt", false)]
    [InlineData("\\*", "*", true)]
    [InlineData("\\*", "a", false)]
    [InlineData("\\#a", "#a", true)]
    // Other characters stand for themselves.
    [InlineData("a.b", "axb", false)]
    [InlineData("a+b(c){d}|e$", "a+b(c){d}|e$", true)]
    [InlineData("*.b+", "a.b+", true)]
    public void Decides_on_one_pattern(string pattern, string path, bool isExcluded) => Assert.Equal(isExcluded, Parse(pattern)!.Excludes(path));

    [Theory]
    [InlineData("*\n!a", "a", false)]
    [InlineData("*\n!a", "a/b", false)]
    [InlineData("!a\n*", "a", true)]
    [InlineData("a\n!a/b", "a/b", false)]
    [InlineData("a\n!a/b", "a/c", true)]
    [InlineData("**\n!**/*.csproj", "x/y.csproj", false)]
    [InlineData("**\n!**/*.csproj", "x/y.cs", true)]
    [InlineData("a\n!a\na", "a", true)]
    [InlineData("a\n! a", "a", false)]
    [InlineData("# a\nb", "a", false)]
    [InlineData(" # a", "# a", true)]
    [InlineData("  a  \r\n\r\n", "a", true)]
    [InlineData("*.md\n!README.md\nREADME-secret.md", "README.md", false)]
    [InlineData("\uFEFFa", "a", true)]
    public void The_last_match_decides(string text, string path, bool isExcluded) => Assert.Equal(isExcluded, Parse(text)!.Excludes(path));

    [Theory]
    [InlineData("[a")]
    [InlineData("[]a]")]
    [InlineData("[a-]")]
    [InlineData("a\\")]
    [InlineData("!")]
    [InlineData("! ")]
    public void What_the_builder_refuses_excludes_nothing_known(string text) => Assert.Null(Parse(text));

    [Theory]
    [InlineData("*\n!a/b", "a", true)]
    [InlineData("*\n!b/c", "a", false)]
    [InlineData("*\n!**/c", "a", true)]
    [InlineData("*\n!*/c", "a", true)]
    [InlineData("*\n!a", "a/b", false)]
    [InlineData("a", "a", false)]
    public void Tells_whether_something_below_may_be_let_through(string text, string folder, bool may) => Assert.Equal(may, Parse(text)!.MayIncludeBelow(folder));

    [Fact]
    public void Patterns_have_their_place()
    {
        var ignore = Parse("# first\n  bin \n\t!bin/keep\n")!;
        Assert.Equal(["bin", "!bin/keep"], ignore.Patterns.Select(pattern => ignore.Source.Substring(pattern.Location.Span)));
        Assert.Equal(["bin", "bin/keep"], ignore.Patterns.Select(pattern => pattern.Text));
    }

    [Fact]
    public void Agrees_with_a_plain_reading_of_generated_patterns()
    {
        var random = new Random(20261124);
        string[] parts = ["a", "b", "*", "**", "?", "/", "/", "a*"];
        for (var round = 0; round < 20_000; round++)
        {
            var pattern = Generate(parts, 5);
            var path = CleanPath.Of(Generate(["a", "b", "ab", "/"], 5)).TrimStart('/');
            if (path is "." or "" || Parse(pattern) is not { Patterns: [var read] } ignore)
                continue;
            Assert.Equal(Oracle(read.Text, path), read.Pattern.IsMatch(path));
            if (read.Pattern.IsMatch(path))
                Assert.True(ignore.Excludes(path + "/child"), $"{pattern} excludes {path} and so what is below");
            Assert.False(Parse(pattern + "\n!**")!.Excludes(path));
        }

        string Generate(string[] alphabet, int length) => string.Concat(Enumerable.Range(0, random.Next(1, length + 1)).Select(_ => alphabet[random.Next(alphabet.Length)]));
    }

    [Fact]
    public void Hostile_patterns_are_bounded()
    {
        var text = string.Join('\n', Enumerable.Repeat(string.Concat(Enumerable.Repeat("*a", 200)) + "b", 300));
        var ignore = Parse(text)!;
        Assert.False(ignore.Excludes(new string('a', 400)));
        Assert.Null(Parse(string.Join('\n', Enumerable.Repeat("a", 5000))));
        Assert.Null(Parse(new string('a', 200_000)));
    }

    private static DockerIgnore? Parse(string text) => DockerIgnore.TryParse(SourceText.From(".dockerignore", text));

    /// <summary>The regular expression that moby builds, with its three shortcuts.</summary>
    private static bool Oracle(string pattern, string path)
    {
        if (pattern.StartsWith("**", StringComparison.Ordinal) && pattern.IndexOfAny(['*', '?', '[', '\\'], 2) < 0)
            return path.EndsWith(pattern[2..], StringComparison.Ordinal) || (pattern.Length > 2 && pattern[2] == '/' && path == pattern[3..]);
        var regex = new System.Text.StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '*' && i + 1 < pattern.Length && pattern[i + 1] == '*')
            {
                i++;
                if (i + 1 < pattern.Length && pattern[i + 1] == '/')
                    i++;
                regex.Append(i + 1 == pattern.Length ? ".*" : "(.*/)?");
            }
            else
            {
                regex.Append(pattern[i] switch { '*' => "[^/]*", '?' => "[^/]", var c => System.Text.RegularExpressions.Regex.Escape(c.ToString()) });
            }
        }

        return System.Text.RegularExpressions.Regex.IsMatch(path, regex.Append('$').ToString(), System.Text.RegularExpressions.RegexOptions.CultureInvariant);
    }
}
