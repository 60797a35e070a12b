using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Core.Tests.Discovery;

public sealed class GitIgnoreTests
{
    [Theory]
    [InlineData("foo", "foo", true)]
    [InlineData("foo", "a/foo", true)]
    [InlineData("foo", "food", false)]
    [InlineData("/foo", "foo", true)]
    [InlineData("/foo", "a/foo", false)]
    [InlineData("a/foo", "a/foo", true)]
    [InlineData("a/foo", "b/a/foo", false)]
    [InlineData("*.log", "x/y.log", true)]
    [InlineData("*.log", ".log", true)]
    [InlineData("a/*.log", "a/b/y.log", false)]
    [InlineData("**/foo", "foo", true)]
    [InlineData("**/foo", "a/b/foo", true)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a/**/b", "a/xb", false)]
    [InlineData("a/**", "a/x/y", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("a**b/c", "axxb/c", true)]
    [InlineData("a**b/c", "ax/xb/c", false)]
    [InlineData("a**/b", "ax/y/b", true)]
    [InlineData("?a**/b", "xax/y/b", false)]
    [InlineData("?at", "cat", true)]
    [InlineData("x/?at", "x//at", false)]
    [InlineData("[a-c]at", "bat", true)]
    [InlineData("[!a-c]at", "bat", false)]
    [InlineData("[^a-c]at", "rat", true)]
    [InlineData("[]-]x", "]x", true)]
    [InlineData("[[:digit:]]x", "7x", true)]
    [InlineData("[[:nonsense:]]x", "7x", false)]
    [InlineData("[a-", "a", false)]
    [InlineData("\\#x", "#x", true)]
    [InlineData("#x", "#x", false)]
    [InlineData("\\!x", "!x", true)]
    [InlineData("foo   ", "foo", true)]
    [InlineData("foo\\ ", "foo ", true)]
    [InlineData("foo\r", "foo", true)]
    [InlineData("\\", "\\", false)]
    [InlineData("/", "a", false)]
    [InlineData("Foo", "foo", false)]
    public void Matches_as_git_does(string pattern, string path, bool expected) =>
        Assert.Equal(expected, IgnoreScope.Add(null, "", pattern, ignoreCase: false)?.Ignores(path, isFolder: false) == true);

    [Fact]
    public void Matches_folder_pattern_on_folders_only()
    {
        var scope = IgnoreScope.Add(null, "", "out/", ignoreCase: false)!;
        Assert.True(scope.Ignores("a/out", isFolder: true));
        Assert.False(scope.Ignores("a/out", isFolder: false));
    }

    [Fact]
    public void Lets_the_last_pattern_of_the_nearest_file_decide()
    {
        var outer = IgnoreScope.Add(null, "", "*.yaml\n!keep.yaml\n", ignoreCase: false);
        var inner = IgnoreScope.Add(outer, "sub", "!again.yaml\nkeep.yaml\n", ignoreCase: false)!;
        Assert.True(inner.Ignores("sub/x.yaml", isFolder: false));
        Assert.False(inner.Ignores("sub/again.yaml", isFolder: false));
        Assert.True(inner.Ignores("sub/keep.yaml", isFolder: false));
        Assert.False(outer!.Ignores("keep.yaml", isFolder: false));
    }

    [Fact]
    public void Ignores_case_where_the_file_system_does() =>
        Assert.True(IgnoreScope.Add(null, "", "Foo*[X]\n", ignoreCase: true)!.Ignores("fOObarx", isFolder: false));

    [Fact]
    public void Survives_a_pattern_made_to_backtrack()
    {
        var pattern = string.Concat(Enumerable.Repeat("*a", 200)) + "b";
        Assert.False(IgnoreScope.Add(null, "", pattern, ignoreCase: false)!.Ignores(new string('a', 4000), isFolder: false));
    }
}
