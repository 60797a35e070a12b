namespace HardenBuild.Rules.Dockerfile.Permissions;

/// <summary>The rights that a mode of <c>chmod</c> or <c>--chmod</c> gives. POSIX.1-2024, utility chmod.</summary>
internal readonly record struct FileMode(bool SetsUserId, bool SetsGroupId, bool IsSticky, bool IsWritableByOthers)
{
    /// <summary>Null when the text is no mode.</summary>
    public static FileMode? Parse(string text)
    {
        if (text.Length is 0 or > 64)
            return null;
        return text[0] is >= '0' and <= '9' ? ParseOctal(text) : ParseSymbolic(text);
    }

    private static FileMode? ParseOctal(string text)
    {
        foreach (var c in text)
        {
            if (c is < '0' or > '7')
                return null;
        }

        var special = text.Length >= 4 ? text[text.Length - 4] - '0' : 0;
        return new FileMode((special & 4) != 0, (special & 2) != 0, (special & 1) != 0, ((text[text.Length - 1] - '0') & 2) != 0);
    }

    private static FileMode? ParseSymbolic(string text)
    {
        var mode = default(FileMode);
        foreach (var clause in text.Split(','))
        {
            var at = clause.IndexOfAny(['+', '-', '=']);
            if (at < 0)
                return null;
            var who = clause.Substring(0, at);
            if (who.Trim('u', 'g', 'o', 'a').Length > 0)
                return null;
            while (at < clause.Length)
            {
                var next = clause.IndexOfAny(['+', '-', '='], at + 1);
                var end = next < 0 ? clause.Length : next;
                mode = mode.With(who, clause[at], clause.Substring(at + 1, end - at - 1));
                at = end;
            }
        }

        return mode;
    }

    /// <summary>Without letters before it an operator is limited by the umask, which takes away the right of others to write.</summary>
    private FileMode With(string who, char operation, string rights)
    {
        var isForAll = who.Contains('a');
        var gives = operation != '-';
        var touchesOthers = isForAll || who.Contains('o');
        return new FileMode(
            Change(SetsUserId, rights.Contains('s') && (who.Length == 0 || isForAll || who.Contains('u')), gives),
            Change(SetsGroupId, rights.Contains('s') && (who.Length == 0 || isForAll || who.Contains('g')), gives),
            Change(IsSticky, rights.Contains('t'), gives),
            Change(IsWritableByOthers && !(operation == '=' && touchesOthers), rights.Contains('w') && touchesOthers, gives));
    }

    private static bool Change(bool before, bool isNamed, bool gives) => isNamed ? gives : before;
}
