namespace HardenBuild.Model.Secrets;

/// <summary>Tells values that only stand for a secret from real ones.</summary>
internal static class Placeholder
{
    private static readonly string[] Words =
    [
        "changeme", "change_me", "change-me", "changeit", "example", "placeholder", "replace", "your", "dummy", "redacted", "sample", "insert",
        "fake", "xxxx", "****", "1234567890",
    ];

    private static readonly string[] Whole =
    [
        "password", "passwd", "pass", "pwd", "pw", "secret", "token", "key", "apikey", "value", "none", "null", "test", "foo", "bar", "todo", "tbd",
        "true", "false",
    ];

    /// <summary>True for a value that anyone reads as "put yours here", and for one that a variable or template fills in.</summary>
    public static bool IsPlaceholder(string value)
    {
        if (value.Length == 0 || IsFilledIn(value) || IsOneCharacter(value))
            return true;
        foreach (var word in Whole)
        {
            if (value.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        foreach (var word in Words)
        {
            if (value.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>True for a machine-made value: many different characters and no run along the alphabet.</summary>
    public static bool IsRandom(string value)
    {
        const double LeastBitsPerCharacter = 3.0;
        return Entropy(value) >= LeastBitsPerCharacter && Steps(value) * 3 < value.Length && !IsPlaceholder(value);
    }

    /// <summary>Variables of shells, Compose and cmd, templates, and values in angle brackets.</summary>
    private static bool IsFilledIn(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var next = i + 1 < value.Length ? value[i + 1] : '\0';
            switch (value[i])
            {
                case '$' when next is '{' or '(' or '_' || char.IsLetterOrDigit(next):
                case '{' when next == '{':
                case '#' when next == '{':
                case '`':
                    return true;
            }
        }

        return (value[0], value[value.Length - 1]) is ('<', '>') or ('%', '%') or ('[', ']') or ('{', '}') or ('_', '_') || value.Contains("...", StringComparison.Ordinal);
    }

    private static bool IsOneCharacter(string value)
    {
        foreach (var c in value)
        {
            if (c != value[0])
                return false;
        }

        return true;
    }

    /// <summary>Shannon entropy in bits per character.</summary>
    private static double Entropy(string value)
    {
        var counts = new int[128];
        foreach (var c in value)
            counts[c & 127]++;
        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
                bits -= (double)count / value.Length * Math.Log((double)count / value.Length, 2);
        }

        return bits;
    }

    /// <summary>How often a character is followed by itself or its successor.</summary>
    private static int Steps(string value)
    {
        var steps = 0;
        for (var i = 1; i < value.Length; i++)
        {
            if (value[i] - value[i - 1] is 0 or 1)
                steps++;
        }

        return steps;
    }
}
