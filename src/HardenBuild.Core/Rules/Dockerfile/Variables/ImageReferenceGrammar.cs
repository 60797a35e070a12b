namespace HardenBuild.Rules.Dockerfile.Variables;

/// <summary>Tells whether a text can be the name of an image.</summary>
/// <remarks>Grammar: distribution reference, https://github.com/distribution/reference/blob/main/reference.go.</remarks>
internal static class ImageReferenceGrammar
{
    private const int MaximumTagLength = 128;

    public static bool IsValid(string reference)
    {
        var at = reference.IndexOf('@');
        if (at >= 0 && !IsDigest(reference.Substring(at + 1)))
            return false;
        var name = at < 0 ? reference : reference.Substring(0, at);
        var colon = name.LastIndexOf(':');
        if (colon > name.LastIndexOf('/'))
        {
            if (!IsTag(name.Substring(colon + 1)))
                return false;
            name = name.Substring(0, colon);
        }

        var parts = name.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            if (!(i == 0 && parts.Length > 1 && IsHost(parts[0])) && !IsPathComponent(parts[i]))
                return false;
        }

        return true;
    }

    private static bool IsHost(string part)
    {
        var isHost = part == "localhost";
        foreach (var c in part)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or ':' or '[' or ']'))
                return false;
            isHost |= c is '.' or ':' || char.IsUpper(c);
        }

        return isHost && part[0] is not ('.' or ':' or '-');
    }

    // Letters and digits, between them one dot, one or two underscores, or any number of dashes.
    private static bool IsPathComponent(string part)
    {
        if (part.Length == 0 || !IsAlphanumeric(part[0]) || !IsAlphanumeric(part[part.Length - 1]))
            return false;
        for (var i = 1; i < part.Length; i++)
        {
            var c = part[i];
            if (IsAlphanumeric(c))
                continue;
            var isRepeated = part[i - 1] == c;
            if (c is not ('.' or '_' or '-') || (!isRepeated && !IsAlphanumeric(part[i - 1])) || (isRepeated && c == '.') || (isRepeated && c == '_' && part[i - 2] == '_'))
                return false;
        }

        return true;
    }

    private static bool IsTag(string tag)
    {
        if (tag.Length is 0 or > MaximumTagLength || tag[0] is '.' or '-')
            return false;
        foreach (var c in tag)
        {
            if (!IsAlphanumeric(c) && c is not ((>= 'A' and <= 'Z') or '_' or '.' or '-'))
                return false;
        }

        return true;
    }

    private static bool IsDigest(string digest) => digest.IndexOf(':') is var colon and > 0 && colon < digest.Length - 1;

    private static bool IsAlphanumeric(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
