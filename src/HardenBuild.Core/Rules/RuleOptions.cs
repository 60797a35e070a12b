using System.Globalization;

namespace HardenBuild.Rules;

/// <summary>What the configuration of one file says about the options of rules.</summary>
/// <param name="values">All properties by key in lower case; null where there is no configuration.</param>
internal sealed class RuleOptions(IReadOnlyDictionary<string, string>? values)
{
    public static RuleOptions Defaults { get; } = new(null);

    /// <summary>The value of <c>hardenbuild.hb1001.name</c>, else of <c>hardenbuild.name</c>; null when neither is set.</summary>
    /// <param name="name">As in <see cref="RuleOption.Name"/>.</param>
    public string? Find(Rule rule, string name)
    {
        if (values is null)
            return null;
        return values.TryGetValue($"hardenbuild.{rule.Id.ToLowerInvariant()}.{name}", out var own) || values.TryGetValue($"hardenbuild.{name}", out own) ? own : null;
    }

    /// <summary>The parts of a value separated by commas, without the blanks around them; empty when it is not set.</summary>
    public IReadOnlyList<string> List(Rule rule, string name) =>
        Find(rule, name) is { } value ? [.. value.Split(',').Select(static part => part.Trim()).Where(static part => part.Length > 0)] : [];

    /// <summary>The value as a whole number; the default when it is not set or no number.</summary>
    public long Number(Rule rule, string name, long defaultValue) =>
        long.TryParse(Find(rule, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : defaultValue;
}
