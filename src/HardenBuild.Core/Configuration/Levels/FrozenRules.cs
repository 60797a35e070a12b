using HardenBuild.Rules;

namespace HardenBuild.Configuration.Levels;

/// <summary>The rules of a numbered level and their severities, as they were when it was released.</summary>
/// <remarks>Read from a resource <c>VERSION.csv</c>: a comment line, a heading, then <c>id,default,hardened</c>, sorted by id. Never edited after the release.</remarks>
internal sealed class FrozenRules
{
    private readonly Dictionary<string, (RuleSeverity Default, RuleSeverity Hardened)> _rules;

    private FrozenRules(string version, Dictionary<string, (RuleSeverity Default, RuleSeverity Hardened)> rules)
    {
        Version = version;
        _rules = rules;
    }

    /// <summary>The versions that are frozen, oldest first.</summary>
    public static IReadOnlyList<string> Versions { get; } = ["1.0"];

    public string Version { get; }

    public IReadOnlyCollection<string> Ids => _rules.Keys;

    public static FrozenRules? Find(string version)
    {
        foreach (var known in Versions)
        {
            if (known == version)
                return Read(version);
        }

        return null;
    }

    public bool Has(string id) => _rules.ContainsKey(id);

    /// <summary>The severities in modes <c>default</c> and <c>hardened</c>; none for a rule that the level does not have.</summary>
    public (RuleSeverity Default, RuleSeverity Hardened) SeveritiesOf(string id) =>
        _rules.TryGetValue(id, out var severities) ? severities : (RuleSeverity.None, RuleSeverity.None);

    private static FrozenRules Read(string version)
    {
        var rules = new Dictionary<string, (RuleSeverity, RuleSeverity)>(StringComparer.Ordinal);
        using var stream = typeof(FrozenRules).Assembly.GetManifestResourceStream($"level-{version}.csv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith("HB", StringComparison.Ordinal))
                continue;
            var parts = line.Split(',');
            rules.Add(parts[0], (Severity(parts[1]), Severity(parts[2])));
        }

        return new FrozenRules(version, rules);
    }

    private static RuleSeverity Severity(string word) => SeverityWord.TryParse(word, out var severity) && severity is { } known
        ? known
        : throw new FormatException($"'{word}' is no severity");
}
