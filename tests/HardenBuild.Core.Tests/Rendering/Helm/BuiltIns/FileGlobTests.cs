using HardenBuild.Rendering.Helm.BuiltIns;

namespace HardenBuild.Core.Tests.Rendering.Helm.BuiltIns;

public sealed class FileGlobTests
{
    [Theory]
    [InlineData("*.txt", "a.txt", true)]
    [InlineData("*.txt", "d/a.txt", false)]
    [InlineData("**.txt", "d/a.txt", true)]
    [InlineData("d/**", "d/e/f.txt", true)]
    [InlineData("d/**", "d", false)]
    [InlineData("d/*", "d/e/f.txt", false)]
    [InlineData("**/f.txt", "d/e/f.txt", true)]
    [InlineData("**/f.txt", "f.txt", false)]
    [InlineData("?.txt", "a.txt", true)]
    [InlineData("d?a", "d/a", false)]
    [InlineData("[a-c].txt", "b.txt", true)]
    [InlineData("[!a-c].txt", "b.txt", false)]
    [InlineData("[abc].txt", "c.txt", true)]
    [InlineData("[!abc].txt", "d.txt", true)]
    [InlineData("{a,b}.txt", "b.txt", true)]
    [InlineData("{a,b/*}.txt", "b/c.txt", true)]
    [InlineData("{a,b/*}.txt", "c.txt", false)]
    [InlineData("{a,{b,c}d}", "cd", true)]
    [InlineData("{,a}b", "b", true)]
    [InlineData("a\\*", "a*", true)]
    [InlineData("a\\*", "ab", false)]
    [InlineData("a,b", "a,b", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    public void Matches_as_gobwas_does(string pattern, string path, bool matches) => Assert.Equal(matches, FileGlob.TryParse(pattern)!.IsMatch(path));

    [Theory]
    [InlineData("[a")]
    [InlineData("{a,b")]
    [InlineData("a\\")]
    [InlineData("[c-a]")]
    public void Refuses_what_is_malformed(string pattern) => Assert.Null(FileGlob.TryParse(pattern));

    [Fact]
    public void Many_stars_take_no_longer_than_their_number()
    {
        var glob = FileGlob.TryParse(string.Concat(Enumerable.Repeat("*a{*,**}", 100)) + "b")!;

        Assert.False(glob.IsMatch(new string('a', 5_000)));
    }
}
