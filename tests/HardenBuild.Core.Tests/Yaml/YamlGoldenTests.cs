using System.Runtime.CompilerServices;

namespace HardenBuild.Core.Tests.Yaml;

/// <summary>Each folder of <c>testdata</c> holds <c>input.yaml</c> and the tree it must give.</summary>
public sealed class YamlGoldenTests
{
    public static TheoryData<string> Cases() => [.. Directory.GetDirectories(Folder()).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tree_is_the_approved_one(string name)
    {
        var folder = Path.Combine(Folder(), name);
        var dump = YamlDump.Of(YamlDump.Parse(File.ReadAllText(Path.Combine(folder, "input.yaml"))));

        Assert.Equal(File.ReadAllText(Path.Combine(folder, "tree")), dump);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "testdata");
}
