using System.Collections.Immutable;
using System.Text;

namespace HardenBuild.Reporting;

/// <summary>A page for a terminal, wrapped at 100 characters.</summary>
internal sealed class PlainPage : IPage
{
    private const int Width = 100;

    private readonly StringBuilder _text = new();

    public void Title(string text) => Wrap(text, "");

    public void Heading(string text) => _text.Append('\n').Append(text).Append('\n');

    public void Paragraph(string text) => Wrap(text, "  ");

    public void Item(string text) => Wrap("- " + text, "  ");

    public void Facts(ImmutableArray<(string Name, string Value)> facts)
    {
        var width = 0;
        foreach (var (name, _) in facts)
            width = Math.Max(width, name.Length);

        _text.Append('\n');
        foreach (var (name, value) in facts)
            _text.Append("  ").Append(name.PadRight(width + 2)).Append(value).Append('\n');
    }

    public void File(string name, string text)
    {
        _text.Append("  ").Append(name).Append(":\n");
        foreach (var line in text.TrimEnd('\n').Split('\n'))
            _text.Append(line.Length == 0 ? "" : "    " + line).Append('\n');
    }

    public override string ToString() => _text.ToString();

    private void Wrap(string text, string indent)
    {
        var column = 0;
        foreach (var word in text.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                _text.Append('\n');
                column = 0;
            }

            var lead = column == 0 ? indent : " ";
            _text.Append(lead).Append(word);
            column += lead.Length + word.Length;
        }

        _text.Append('\n');
    }
}
