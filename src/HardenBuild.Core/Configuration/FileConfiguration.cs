using System.Collections.Immutable;
using HardenBuild.Rules;

namespace HardenBuild.Configuration;

/// <summary>What all configuration files together say about one file. Shared by the files that the same sections match.</summary>
internal sealed class FileConfiguration
{
    private readonly Dictionary<string, RuleSeverity?> _severities = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, RuleSeverity>? _peers;
    private readonly (bool IsSet, RuleSeverity? Severity)[] _bulk = new (bool, RuleSeverity?)[1 + (int)RuleCategory.CrossFile];

    /// <param name="everywhere">Properties of the global configuration for every file.</param>
    /// <param name="sections">Properties for this file, from the most general section to the most specific.</param>
    public FileConfiguration(ImmutableArray<EditorConfigProperty> everywhere, IEnumerable<ImmutableArray<EditorConfigProperty>> sections)
    {
        Apply(everywhere);
        foreach (var section in sections)
            Apply(section);

        for (var category = 0; category < _bulk.Length; category++)
            _bulk[category] = Bulk((RuleCategory)category);
    }

    private FileConfiguration(FileConfiguration above, IReadOnlyDictionary<string, RuleSeverity> peers, Dictionary<string, string> values)
    {
        _severities = above._severities;
        _bulk = above._bulk;
        _values = values;
        _peers = peers;
    }

    /// <summary>Severities by rule id; null is <c>default</c>.</summary>
    public IReadOnlyDictionary<string, RuleSeverity?> Severities => _severities;

    /// <summary>All other properties by key in lower case.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>The severity of <c>dotnet_diagnostic.ID.severity</c>.</summary>
    public bool TryGetSeverity(string id, out RuleSeverity? severity) => _severities.TryGetValue(id, out severity);

    /// <summary>The severity of the category, else of all rules. A bad value of the category counts as none, as in Roslyn.</summary>
    public bool TryGetBulkSeverity(RuleCategory category, out RuleSeverity? severity)
    {
        (var isSet, severity) = _bulk[(int)category];
        return isSet;
    }

    /// <summary>What the configuration of another tool says about a check that the rule decides too.</summary>
    public bool TryGetPeerSeverity(string id, out RuleSeverity severity)
    {
        severity = default;
        return _peers?.TryGetValue(id, out severity) == true;
    }

    /// <summary>This configuration, and below it what other tools' configurations say.</summary>
    public FileConfiguration Above(IReadOnlyDictionary<string, RuleSeverity> severities, Dictionary<string, string> options)
    {
        var values = new Dictionary<string, string>(options, StringComparer.Ordinal);
        foreach (var pair in _values)
            values[pair.Key] = pair.Value;
        return new FileConfiguration(this, severities, values);
    }

    /// <param name="key">In lower case.</param>
    public string? GetValue(string key) => _values.TryGetValue(key, out var value) ? value : null;

    private void Apply(ImmutableArray<EditorConfigProperty> properties)
    {
        foreach (var property in properties)
        {
            if (ConfigurationKeys.DiagnosticId(property.Key) is not { } id)
                _values[property.Key] = property.Value;
            else if (SeverityWord.TryParse(property.Value, out var severity))
                _severities[id] = severity;
        }
    }

    private (bool IsSet, RuleSeverity? Severity) Bulk(RuleCategory category)
    {
        foreach (var key in (string[])[ConfigurationKeys.Category(category), ConfigurationKeys.All])
        {
            if (_values.TryGetValue(key, out var word) && SeverityWord.TryParse(word, out var severity))
                return (true, severity);
        }

        return default;
    }
}
