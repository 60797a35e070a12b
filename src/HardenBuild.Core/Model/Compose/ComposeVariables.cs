namespace HardenBuild.Model.Compose;

/// <summary>The variables that a Compose file may refer to: those of its <c>.env</c> file. The process's environment is left out, so that every machine sees the same.</summary>
internal sealed class ComposeVariables
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Set to what cannot be told.</summary>
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);

    /// <summary>Commented out for whoever needs them to set.</summary>
    private readonly HashSet<string> _documented = new(StringComparer.Ordinal);

    private ComposeVariables()
    {
    }

    public static ComposeVariables None { get; } = new();

    /// <summary>The value; null when nobody here can tell it.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var value) ? value : null;

    /// <summary>Whether a file sets the variable, to whatever value, or has it commented out.</summary>
    public bool Knows(string name) => _values.ContainsKey(name) || _unreadable.Contains(name) || _documented.Contains(name);

    /// <summary>Reads the text of a <c>.env</c> file. A line that cannot be understood leaves its variable unknown.</summary>
    public static ComposeVariables Parse(string text)
    {
        var variables = new ComposeVariables();
        for (var position = 0; position < text.Length;)
        {
            if (EnvironmentFileLine.ReadComment(text, position) is var (documented, commentEnd))
            {
                if (documented is not null)
                    variables._documented.Add(documented);
                position = commentEnd;
                continue;
            }

            var (name, raw, quote, end) = EnvironmentFileLine.Read(text, position);
            position = end;
            if (name is not null)
                variables.Set(name, raw is null || quote == '\'' ? raw : ComposeInterpolation.Expand(raw, variables));
        }

        return variables;
    }

    /// <summary>These variables, and those of another file whose names are new.</summary>
    public ComposeVariables Over(ComposeVariables others)
    {
        if (others.IsEmpty)
            return this;
        if (IsEmpty)
            return others;
        var all = new ComposeVariables();
        foreach (var variables in (ComposeVariables[])[others, this])
        {
            foreach (var pair in variables._values)
                all.Set(pair.Key, pair.Value);
            foreach (var name in variables._unreadable)
                all.Set(name, null);
            all._documented.UnionWith(variables._documented);
        }

        return all;
    }

    private bool IsEmpty => _values.Count + _unreadable.Count + _documented.Count == 0;

    private void Set(string name, string? value)
    {
        if (value is not null)
        {
            _values[name] = value;
            _unreadable.Remove(name);
            return;
        }

        _values.Remove(name);
        _unreadable.Add(name);
    }
}
