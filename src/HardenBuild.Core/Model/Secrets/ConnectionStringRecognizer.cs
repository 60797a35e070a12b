using HardenBuild.Text;

namespace HardenBuild.Model.Secrets;

/// <summary>Passwords in ADO.NET connection strings: <c>Server=db;User Id=sa;Password=...</c>.</summary>
internal static class ConnectionStringRecognizer
{
    // How far the other keys of the same string may stand; keeps a line full of passwords linear.
    private const int Window = 300;

    private static readonly string[] Names = ["password=", "pwd="];

    private static readonly string[] Companions =
        ["server=", "data source=", "datasource=", "host=", "user id=", "userid=", "uid=", "username=", "initial catalog=", "database=", "address="];

    public static void Find(string text, List<SecretMatch> matches)
    {
        foreach (var name in Names)
        {
            for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0;)
            {
                var start = at + name.Length;
                var end = SecretCharacters.EndOfRun(text, start, IsValue);
                if (end > start && IsKeyStart(text, at) && IsConnectionString(text, at, end) && !Placeholder.IsPlaceholder(text.Substring(start, end - start)))
                    matches.Add(new SecretMatch(TextSpan.FromBounds(start, end), SecretKind.ConnectionStringPassword));
                at = text.IndexOf(name, end, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private static bool IsValue(char c) => !char.IsWhiteSpace(c) && c is not (';' or '"' or '\'' or '\\');

    private static bool IsKeyStart(string text, int at) => at == 0 || text[at - 1] is ';' or ' ' or '"' or '\'' or '=';

    /// <summary>Another key of a connection string stands beside it, a semicolon apart, on the same line.</summary>
    private static bool IsConnectionString(string text, int at, int end)
    {
        var first = at;
        while (first > 0 && at - first < Window && IsInside(text[first - 1]))
            first--;
        var last = end;
        while (last < text.Length && last - end < Window && IsInside(text[last]))
            last++;
        var hasNeighbour = (at > 0 && text.LastIndexOf(';', at - 1, at - first) >= 0) || (last > end && text[end] == ';');
        return hasNeighbour && HasCompanion(text, first, last);
    }

    private static bool HasCompanion(string text, int first, int last)
    {
        foreach (var companion in Companions)
        {
            if (text.IndexOf(companion, first, last - first, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }

    private static bool IsInside(char c) => c is not ('"' or '\'' or '\n' or '\r');
}
