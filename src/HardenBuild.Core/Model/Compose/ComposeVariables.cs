namespace HardenBuild.Model.Compose;

/// <summary>The variables that a Compose file may refer to: those of its <c>.env</c> file. The process's environment is left out, so that every machine sees the same.</summary>
internal sealed class ComposeVariables
{
    private readonly Dictionary<string, string> _values;

    private ComposeVariables(Dictionary<string, string> values) => _values = values;

    public static ComposeVariables None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The value; null when nobody here can tell it.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var value) ? value : null;

    /// <summary>Reads the text of a <c>.env</c> file. A line that cannot be understood leaves its variable unknown.</summary>
    public static ComposeVariables Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var variables = new ComposeVariables(values);
        for (var position = 0; position < text.Length;)
        {
            var (name, raw, quote, end) = EnvironmentFileLine.Read(text, position);
            position = end;
            if (name is null)
                continue;
            if (raw is not null && (quote == '\'' ? raw : ComposeInterpolation.Expand(raw, variables)) is { } value)
                values[name] = value;
            else
                values.Remove(name);
        }

        return variables;
    }

    /// <summary>These variables, and those of another file whose names are new.</summary>
    public ComposeVariables Over(ComposeVariables others)
    {
        if (others._values.Count == 0)
            return this;
        if (_values.Count == 0)
            return others;
        var values = new Dictionary<string, string>(others._values, StringComparer.Ordinal);
        foreach (var pair in _values)
            values[pair.Key] = pair.Value;
        return new ComposeVariables(values);
    }
}
