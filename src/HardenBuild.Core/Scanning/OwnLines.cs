using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>Tells comments that have a line of their own from those behind something else.</summary>
internal static class OwnLines
{
    public static bool IsOwn(SourceText source, TextSpan comment)
    {
        var start = comment.Start;
        while (start > 0 && source.Content[start - 1] is ' ' or '\t')
            start--;
        return start == 0 || source.Content[start - 1] is '\r' or '\n';
    }
}
