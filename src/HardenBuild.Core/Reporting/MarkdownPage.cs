using System.Collections.Immutable;
using System.Text;

namespace HardenBuild.Reporting;

/// <summary>A page in GitHub's Markdown.</summary>
internal sealed class MarkdownPage : IPage
{
    private readonly StringBuilder _text = new();
    private bool _inList;

    public void Title(string text) => Block("# " + MarkdownText.Escape(text));

    public void Heading(string text) => Block("## " + MarkdownText.Escape(text));

    public void Paragraph(string text) => Block(MarkdownText.Escape(text));

    public void Item(string text)
    {
        if (!_inList && _text.Length > 0)
            _text.Append('\n');
        _text.Append("- ").Append(MarkdownText.Escape(text)).Append('\n');
        _inList = true;
    }

    public void Facts(ImmutableArray<(string Name, string Value)> facts)
    {
        var table = new StringBuilder("| | |\n|---|---|");
        foreach (var (name, value) in facts)
            table.Append("\n| ").Append(MarkdownText.EscapeCell(name)).Append(" | ").Append(MarkdownText.EscapeCell(value)).Append(" |");
        Block(table.ToString());
    }

    public void File(string name, string text)
    {
        var fence = new string('`', Math.Max(3, LongestRunOfBackticks(text) + 1));
        Block("`" + name + "`:");
        Block(fence + Language(name) + "\n" + text.TrimEnd('\n') + "\n" + fence);
    }

    public override string ToString() => _text.ToString();

    private static int LongestRunOfBackticks(string text)
    {
        int longest = 0, run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static string Language(string fileName)
    {
        var name = fileName.Substring(fileName.LastIndexOf('/') + 1);
        var extension = name.IndexOf('.') < 0 ? "" : name.Substring(name.LastIndexOf('.') + 1);
        return extension switch
        {
            "yml" or "yaml" or "tpl" => "yaml",
            "json" => "json",
            "csproj" or "props" or "targets" => "xml",
            "dockerfile" => "dockerfile",
            _ => name.StartsWith("Dockerfile", StringComparison.Ordinal) || name.StartsWith("Containerfile", StringComparison.Ordinal) ? "dockerfile" : "text",
        };
    }

    private void Block(string text)
    {
        if (_text.Length > 0)
            _text.Append('\n');
        _text.Append(text).Append('\n');
        _inList = false;
    }
}
