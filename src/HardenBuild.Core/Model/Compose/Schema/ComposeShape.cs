namespace HardenBuild.Model.Compose.Schema;

/// <summary>What may stand at a place of a Compose file.</summary>
internal sealed record ComposeShape
{
    /// <summary>Anything at all.</summary>
    public static ComposeShape Any { get; } = new() { IsOpen = true };

    public bool IsOpen { get; private init; }

    /// <summary>The single values that are allowed.</summary>
    public ScalarKinds Scalars { get; init; }

    /// <summary>The items of a list; null where a list is not allowed.</summary>
    public ComposeShape? Items { get; init; }

    /// <summary>The keys of a mapping by their names; null where no key is known by its name.</summary>
    public IReadOnlyDictionary<string, ComposeShape>? Members { get; init; }

    /// <summary>The values of a mapping with names of the user's own; null where only <see cref="Members"/> are allowed.</summary>
    public ComposeShape? Values { get; init; }

    /// <summary>Keys that a mapping must have.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The only texts that are allowed; empty for all.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What is wrong with a text, as the end of the sentence "'text' …"; null for a good one.</summary>
    public Func<string, string?>? Check { get; init; }

    /// <summary>Two equal items of a list are an error.</summary>
    public bool IsSet { get; init; }

    /// <summary>Names of the user's own must be such as Compose can call things by.</summary>
    public bool HasPlainNames { get; init; }

    public bool AllowsMapping => IsOpen || Members is not null || Values is not null;

    /// <summary>The shape of a mapping that must have some keys.</summary>
    public ComposeShape Requiring(params ReadOnlySpan<string> keys) => this with { Required = keys.ToArray() };

    /// <summary>The shape or another one: a short form beside a long one.</summary>
    public ComposeShape Or(ComposeShape other) => this with
    {
        Scalars = Scalars | other.Scalars,
        Items = Items ?? other.Items,
        Members = Members ?? other.Members,
        Values = Values ?? other.Values,
        Required = Required.Count > 0 ? Required : other.Required,
        Words = Words.Count > 0 ? Words : other.Words,
        Check = Check ?? other.Check,
        IsSet = IsSet || other.IsSet,
        HasPlainNames = HasPlainNames || other.HasPlainNames,
    };
}
