using System.Xml.Linq;
using HardenBuild.Documentation.Tests;

namespace HardenBuild.Tool.Tests.Documentation;

/// <summary>docs/msbuild.md names all properties and items that the package's build files know, and no other.</summary>
public sealed class MSBuildPageTests
{
    private const string Prefix = "HardenBuild";

    /// <summary>Between the build files themselves; setting one has no effect, or the wrong one.</summary>
    private static readonly string[] s_internal = ["HardenBuildPropsImported", "HardenBuildTargetsImported", "HardenBuildInputs", "HardenBuildRootIsFound"];

    [Fact]
    public void Lists_the_properties_that_there_are() => Assert.Equal(Known("$(").Except(s_internal).Order(StringComparer.Ordinal), Rows("## Properties").Order(StringComparer.Ordinal));

    [Fact]
    public void Lists_the_items_that_there_are() => Assert.Equal(["HardenBuildInput"], Rows("## Items"));

    [Fact]
    public void Lists_targets_that_there_are()
    {
        var targets = Files().SelectMany(file => XDocument.Load(file).Descendants("Target")).Select(target => target.Attribute("Name")!.Value);
        Assert.Subset(targets.ToHashSet(), Rows("## Targets").ToHashSet());
    }

    [Theory]
    [InlineData("msbuild.md")]
    [InlineData("ci.md")]
    [InlineData("ide.md")]
    [InlineData("supported-versions.md")]
    [InlineData("../README.md")]
    public void Every_page_names_what_there_is(string page)
    {
        string[] known = [.. Known("$("), .. Rows("## Items"), .. Rows("## Targets"), Prefix];
        Assert.Subset(known.ToHashSet(), Words(FencedBlock.Page(page)).ToHashSet());
    }

    private static string[] Files() => Directory.GetFiles(Path.Combine(FencedBlock.Repository, "build"));

    /// <summary>What the build files read: a property that is only set means nothing.</summary>
    private static HashSet<string> Known(string before)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in Files().Select(File.ReadAllText))
        {
            for (var i = text.IndexOf(before + Prefix, StringComparison.Ordinal); i >= 0; i = text.IndexOf(before + Prefix, i + 1, StringComparison.Ordinal))
                names.Add(string.Concat(text.Skip(i + before.Length).TakeWhile(char.IsLetterOrDigit)));
        }

        return names;
    }

    private static List<string> Rows(string heading)
    {
        var page = FencedBlock.Page("msbuild.md");
        var start = page.IndexOf(heading, StringComparison.Ordinal);
        var end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return [.. page[start..end].Split('\n').Where(line => line.StartsWith("| `" + Prefix, StringComparison.Ordinal)).Select(line => line.Split('`')[1])];
    }

    /// <summary>Words of code that begin like a property, alone or as the name of a switch: <c>-p:HardenBuildSarif=...</c>.</summary>
    private static IEnumerable<string> Words(string page)
    {
        for (var i = page.IndexOf(Prefix, StringComparison.Ordinal); i >= 0; i = page.IndexOf(Prefix, i + 1, StringComparison.Ordinal))
        {
            var end = i;
            while (end < page.Length && char.IsAsciiLetterOrDigit(page[end]))
                end++;
            yield return page[i..end];
        }
    }
}
