namespace HardenBuild.Core.Tests.Kubernetes;

/// <summary>Documents that are not YAML among documents that are.</summary>
public sealed class MalformedDocumentTests
{
    [Theory]
    [InlineData("metadata: [unclosed", 4)]
    [InlineData("a: b: c", 1)]
    [InlineData("a: 'unclosed", 1)]
    [InlineData("- a\nb: c", 2)]
    [InlineData("a: @b", 1)]
    public void Each_is_one_finding_and_the_rest_is_analysed(string bad, int lastLine)
    {
        var text = Pod("first") + "---\n" + bad + "\n---\n" + Pod("second") + "---\n" + bad + "\n---\n" + Pod("third");
        var findings = ManifestScan.Run(text, ["HB3001"]);
        var lines = text.Split('\n');

        Assert.Equal(["Pod/first/container/a", "Pod/second/container/a", "Pod/third/container/a"], findings.Where(found => found.Finding.Rule.Id == "HB3001").Select(found => found.Finding.LogicalPath));
        var errors = findings.Where(found => found.Finding.Rule.Id == "HB0003").Select(found => found.Finding.Location.Start).ToList();
        Assert.Equal(2, errors.Count);
        for (var i = 0; i < errors.Count; i++)
        {
            var start = (1 + bad.Split('\n').Length) * i + 7 * (i + 1);
            Assert.InRange(errors[i].Line, start + 1 + i, start + i + lastLine + 1);
            Assert.InRange(errors[i].Character, 0, lines[errors[i].Line].Length);
        }
    }

    [Fact]
    public void Manifest_that_is_no_object_says_nothing() =>
        Assert.Equal(["HB3001@15"], ManifestScan.Reported(ManifestScan.Run("- a\n---\ntext\n---\n42\n---\nnull\n---\n" + Pod("first"), ["HB3001"])).Where(static id => !id.StartsWith("HB0", StringComparison.Ordinal)));

    private static string Pod(string name) => $"apiVersion: v1\nkind: Pod\nmetadata:\n  name: {name}\nspec:\n  containers:\n  - {{name: a, securityContext: {{privileged: true}}}}\n";
}
