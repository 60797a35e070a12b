using HardenBuild.Rendering.Helm.Charts;

namespace HardenBuild.Core.Tests.Rendering.Helm.Charts;

public sealed class HelmIgnoreTests
{
    [Theory]
    [InlineData("*.txt", "a/b/c.txt", false, true)]
    [InlineData("*.txt", "a/b/c.yaml", false, false)]
    [InlineData("/cargo", "cargo", false, true)]
    [InlineData("/cargo", "a/cargo", false, false)]
    [InlineData("a/*.txt", "a/b.txt", false, true)]
    [InlineData("a/*.txt", "x/a/b.txt", false, false)]
    [InlineData("docs/", "docs", true, true)]
    [InlineData("docs/", "docs", false, false)]
    [InlineData("docs/", "a/docs", true, true)]
    [InlineData("# *.txt", "a.txt", false, false)]
    [InlineData("  *.txt  ", "a.txt", false, true)]
    [InlineData("[ab].txt", "b.txt", false, true)]
    [InlineData("[^ab].txt", "b.txt", false, false)]
    [InlineData("!keep.txt", "other.txt", false, true)]
    [InlineData("!keep.txt", "keep.txt", false, false)]
    [InlineData("", "templates/.hidden", false, true)]
    [InlineData("", "templates/.", true, false)]
    [InlineData("", "templates/a/.hidden", false, false)]
    public void Decides_as_Helm_does(string rule, string path, bool isFolder, bool isIgnored) =>
        Assert.Equal(isIgnored, HelmIgnore.Parse(rule).Ignores(path, isFolder));

    [Theory]
    [InlineData("a/**", "double-star (**) syntax is not supported")]
    [InlineData("[a", "syntax error in pattern")]
    public void Refuses_what_Helm_refuses(string rule, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => HelmIgnore.Parse(rule)).Message);

    [Fact]
    public void Hides_files_of_the_chart_and_of_its_subcharts()
    {
        var loaded = new ChartLoader(ChartFiles.Web(
            (".helmignore", "*.bak\nci/\n"),
            ("a.bak", ""),
            ("ci/b-values.yaml", ""),
            ("charts/cache/Chart.yaml", "name: cache\nversion: 1.0.0\n"),
            ("charts/cache/.helmignore", "*.txt\n"),
            ("charts/cache/c.txt", ""),
            ("charts/cache/d.bak", ""))).Load("web");

        Assert.Equal([".helmignore"], loaded.Chart!.Files.Select(file => file.Name));
        Assert.Equal([".helmignore", "c.txt"], Assert.Single(loaded.Chart.Subcharts).Files.Select(file => file.Name));
    }
}
