using System.Runtime.CompilerServices;

namespace HardenBuild.Documentation.Tests;

/// <summary>An example in a page below <c>docs</c>.</summary>
/// <param name="Language">The word behind the fence; empty when there is none.</param>
/// <param name="Comment">What a comment on the line above says, for tests; readers do not see it.</param>
internal sealed record FencedBlock(string Language, string Comment, string Text)
{
    private const string Fence = "```";

    public static string Repository { get; } = FindRepository();

    public static string Page(string name) => File.ReadAllText(Path.Combine(Repository, "docs", name)).Replace("\r\n", "\n", StringComparison.Ordinal);

    public static IReadOnlyList<FencedBlock> In(string page)
    {
        var blocks = new List<FencedBlock>();
        var lines = Page(page).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
                continue;
            var end = Array.FindIndex(lines, i + 1, static line => line == Fence);
            Assert.True(end > i, $"{page}({i + 1}): the block is not closed");
            blocks.Add(new FencedBlock(lines[i][Fence.Length..], i > 0 ? Inner(lines[i - 1]) : "", string.Concat(lines[(i + 1)..end].Select(static line => line + "\n"))));
            i = end;
        }

        return blocks;
    }

    /// <summary>The file that the block's own first line names, as a comment of INI or XML.</summary>
    public string FileName
    {
        get
        {
            var first = Text[..Text.IndexOf('\n', StringComparison.Ordinal)];
            return first.StartsWith("# ", StringComparison.Ordinal) ? first[2..] : Inner(first);
        }
    }

    private static string Inner(string line) =>
        line.StartsWith("<!-- ", StringComparison.Ordinal) && line.EndsWith(" -->", StringComparison.Ordinal) ? line[5..^4] : "";

    private static string FindRepository([CallerFilePath] string path = "") => Path.GetDirectoryName(Path.GetDirectoryName(path))!;
}
