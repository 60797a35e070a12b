using System.Text.RegularExpressions;
using HardenBuild.Rendering.Helm;
using HardenBuild.Rendering.Helm.Functions.RegularExpressions;

namespace HardenBuild.Core.Tests.Rendering.Helm.Functions;

/// <summary>What spares the matcher work must not change what it finds.</summary>
public sealed class RegexShortcutTests
{
    [Theory]
    [InlineData("(?m)^[[:space:]]*a\\.b[[:space:]]", "x\n  a.b \n", true)]
    [InlineData("(?m)^[[:space:]]*a\\.b[[:space:]]", "x\n  a.bc \n", false)]
    [InlineData("(ab)+c", "xababc", true)]
    [InlineData("(ab)+c", "xabab", false)]
    [InlineData("(?i)abc", "xABCx", true)]
    [InlineData("a|b", "xxb", true)]
    [InlineData("a*", "", true)]
    [InlineData("a{2}", "ba", false)]
    [InlineData("é+", "caféé", true)]
    [InlineData("\\bword\\b", "a word here", true)]
    [InlineData("\\bword\\b", "swords", false)]
    [InlineData("^b", "ab", false)]
    public void Decides_whether_there_is_a_match(string pattern, string text, bool isMatch) =>
        Assert.Equal(isMatch, GoRegex.Compile(pattern).IsMatch(text, Budget()));

    [Fact]
    public void Finds_what_an_independent_engine_finds()
    {
        string[] parts = ["a", "b", "c", "ab", ".", "[ab]", "[^a]", "a*", "b+", "c?", "(a|bc)", "(ab)*", "(?:b|)", "^", "a{2}", "(b+c)+"];
        var random = new Random(3);
        for (var round = 0; round < 4_000; round++)
        {
            var pattern = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => parts[random.Next(parts.Length)]));
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => "abcd"[random.Next(4)])]);
            var expected = Regex.Match(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(5));

            var regex = GoRegex.Compile(pattern);
            Assert.Equal(expected.Success, regex.IsMatch(text, Budget()));
            var found = regex.On(text, Budget()).Find(0);
            Assert.Equal(expected.Success ? expected.Index : -1, found?[0] ?? -1);
            Assert.Equal(expected.Success ? expected.Index + expected.Length : -1, found?[1] ?? -1);
        }
    }

    private static RenderBudget Budget() => new(RenderLimits.Default, CancellationToken.None);
}
