namespace HardenBuild.Rendering.Helm.Functions.Versions;

/// <summary>A constraint as Masterminds/semver 3 reads it: alternatives between <c>||</c>, each a list of rules between blanks or commas, and ranges <c>1.2 - 1.4</c>.</summary>
internal sealed class VersionConstraint
{
    private readonly List<List<VersionRule>> _alternatives;

    private VersionConstraint(List<List<VersionRule>> alternatives) => _alternatives = alternatives;

    /// <summary>Reads a constraint.</summary>
    /// <param name="error">Why it is none.</param>
    public static VersionConstraint? Parse(string text, out string error)
    {
        error = "";
        List<List<VersionRule>> alternatives = [];
        foreach (var alternative in text.Split(["||"], StringSplitOptions.None))
        {
            if (ParseAlternative(alternative) is not { } rules)
            {
                error = "improper constraint: " + alternative;
                return null;
            }

            alternatives.Add(rules);
        }

        return new VersionConstraint(alternatives);
    }

    public bool Accepts(GoVersion version)
    {
        foreach (var rules in _alternatives)
        {
            if (rules.TrueForAll(rule => rule.Accepts(version)))
                return true;
        }

        return false;
    }

    private static List<VersionRule>? ParseAlternative(string text)
    {
        List<VersionRule> rules = [];
        var reader = new VersionReader(text);
        var mayFollow = true;
        while (true)
        {
            SkipBlanks(text, reader);
            if (reader.Position == text.Length)
                return rules.Count > 0 ? rules : null;
            if (rules.Count > 0 && text[reader.Position] == ',')
            {
                reader.Position++;
                SkipBlanks(text, reader);
                mayFollow = true;
            }

            if (!mayFollow)
                return null;
            var name = Operator(text, reader);
            SkipBlanks(text, reader);
            if (Rule(text, reader, name) is not { } rule)
                return null;
            if (name.Length == 0 && Upper(text, reader) is { } upper)
            {
                rules.Add(rule with { Operator = ">=" });
                rules.Add(upper);
            }
            else
            {
                rules.Add(rule);
            }

            mayFollow = reader.Position < text.Length && IsBlank(text[reader.Position]);
        }
    }

    // The end of a range: a dash between blanks, and a version.
    private static VersionRule? Upper(string text, VersionReader reader)
    {
        var start = reader.Position;
        SkipBlanks(text, reader);
        if (reader.Position > start && reader.Position + 1 < text.Length && text[reader.Position] == '-' && IsBlank(text[reader.Position + 1]))
        {
            reader.Position++;
            SkipBlanks(text, reader);
            if (Rule(text, reader, "<=") is { } rule)
                return rule;
        }

        reader.Position = start;
        return null;
    }

    private static string Operator(string text, VersionReader reader)
    {
        foreach (var name in (string[])["!=", ">=", "=>", "<=", "=<", "~>", "=", ">", "<", "~", "^"])
        {
            if (string.CompareOrdinal(text, reader.Position, name, 0, name.Length) != 0)
                continue;
            reader.Position += name.Length;
            return name;
        }

        return "";
    }

    private static VersionRule? Rule(string text, VersionReader reader, string name)
    {
        if (!reader.TryRead(allowsWildcards: true, text.Length))
            return null;
        var suffix = reader.Prerelease.Length > 0 ? "-" + reader.Prerelease : "";
        if (VersionReader.IsWildcard(reader.Major))
            return Rule(name, "0.0.0" + suffix, isOpen: true, isMinorOpen: false, isPatchOpen: false);
        if (reader.Minor.Length == 0 || VersionReader.IsWildcard(reader.Minor))
            return Rule(name, reader.Major + ".0.0" + suffix, isOpen: true, isMinorOpen: true, isPatchOpen: false);
        if (reader.Patch.Length == 0 || VersionReader.IsWildcard(reader.Patch))
            return Rule(name, reader.Major + "." + reader.Minor + ".0" + suffix, isOpen: true, isMinorOpen: false, isPatchOpen: true);
        return Rule(name, reader.Major + "." + reader.Minor + "." + reader.Patch + suffix, isOpen: false, isMinorOpen: false, isPatchOpen: false);
    }

    private static VersionRule? Rule(string name, string version, bool isOpen, bool isMinorOpen, bool isPatchOpen) =>
        GoVersion.Parse(version, out _) is { } parsed ? new VersionRule(name, parsed, isOpen, isMinorOpen, isPatchOpen) : null;

    private static void SkipBlanks(string text, VersionReader reader)
    {
        while (reader.Position < text.Length && IsBlank(text[reader.Position]))
            reader.Position++;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\f' or '\r';
}
