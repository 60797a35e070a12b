using System.Text;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Carriers;

/// <summary>A script that stands in a file of another format: its characters as the shell reads them, and where each is written.</summary>
internal sealed class ScriptText
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _offsets = [];
    private int _end;

    public bool IsEmpty => _text.Length == 0;

    public void Add(char character, int offset)
    {
        _text.Append(character);
        _offsets.Add(offset);
        _end = offset + 1;
    }

    /// <summary>Adds the mark of something that is filled in before the shell reads the script.</summary>
    /// <param name="end">Offset just past it.</param>
    public void AddFilledIn(int end) => Add(CommandWord.FilledIn, end - 1);

    public bool MayHoldEngineCommand() => Commands.EngineCommand.MayBeIn(_text.ToString());

    public ShellScript Parse() => ShellScript.Parse(_text.ToString(), SpanMap.FromOffsets([.. _offsets, _end]));

    public override string ToString() => _text.ToString();

    /// <summary>A text in which <paramref name="open"/> … <paramref name="close"/> is filled in by a build system.</summary>
    /// <param name="offsets">Where each character is written; null when only the whole is known.</param>
    public static ShellScript Parse(string value, int[]? offsets, TextSpan whole, string open, string close)
    {
        var script = new ScriptText();
        for (var i = 0; i < value.Length; i++)
        {
            if (string.CompareOrdinal(value, i, open, 0, open.Length) == 0 && value.IndexOf(close, i + open.Length, StringComparison.Ordinal) is >= 0 and var end)
            {
                script.AddFilledIn((offsets?[end + close.Length - 1] ?? whole.Start) + 1);
                i = end + close.Length - 1;
                continue;
            }

            script.Add(value[i], offsets?[i] ?? whole.Start);
        }

        return offsets is null ? ShellScript.Parse(script.ToString(), SpanMap.ToWhole(whole)) : script.Parse();
    }
}
