namespace HardenBuild.Text;

/// <summary>Where a value of a chart was written; for a value that others made, all of them.</summary>
/// <remarks>Putting origins together makes one object, however many there are: the checksum of a whole file holds that file's text, which is looked through only when somebody asks. See <see cref="ValueOrigins"/>.</remarks>
internal sealed class ValueOrigin
{
    private readonly object? _first;
    private readonly object? _second;

    public ValueOrigin(SourceLocation location, string path)
    {
        Location = location;
        Path = path;
    }

    private ValueOrigin(ValueOrigin main, object first, object? second, bool isTested)
        : this(main.Location, main.Path)
    {
        _first = first;
        _second = second;
        IsTested = isTested;
    }

    /// <summary>The value in <c>values.yaml</c>, on the command line, or in the template that it was read back from; of several the most important one.</summary>
    public SourceLocation Location { get; }

    /// <summary>Its path as a user writes it, <c>image.tag</c>, relative to the file of <see cref="Location"/>; empty for the whole file and for a constant of a template.</summary>
    public string Path { get; }

    /// <summary>The values were tested on the way: they decided whether a text or value came to be, or which one, not what it says.</summary>
    public bool IsTested { get; }

    /// <summary>Not put together of others.</summary>
    public bool IsSingle => _first is null;

    /// <summary>The origins of a value that two others made, the more important one first.</summary>
    public static ValueOrigin? Join(ValueOrigin? first, ValueOrigin? second)
    {
        if (second is null || ReferenceEquals(first, second))
            return first;
        if (first is null)
            return second;
        // Loops join the same again and again.
        if (ReferenceEquals(first._first, second) || ReferenceEquals(first._second, second))
            return first;
        return new ValueOrigin(first.IsTested ? second : first, first, second, first.IsTested && second.IsTested);
    }

    /// <summary>The same origins as those of values that were tested.</summary>
    public static ValueOrigin? Tested(ValueOrigin? origin) => origin is null or { IsTested: true } ? origin : new ValueOrigin(origin, origin, null, isTested: true);

    /// <summary>What was tested before a piece of text was printed.</summary>
    public static ValueOrigin? TestedFor(TextOrigin text)
    {
        for (var origin = text; origin is not null; origin = origin.Caller)
        {
            if (origin.Condition is { } condition)
                return new ValueOrigin(condition, text, null, isTested: true);
        }

        return null;
    }

    /// <summary>All values behind a text; null where none took part.</summary>
    public static ValueOrigin? Of(TracedText text)
    {
        ValueOrigin? tested = null;
        foreach (var segment in text.Segments)
        {
            if (segment.Origin.Value is { IsTested: false } value)
                return new ValueOrigin(value, text, null, isTested: false);
            tested ??= segment.Origin.Value ?? TestedFor(segment.Origin);
        }

        return tested is null ? null : new ValueOrigin(tested, text, null, isTested: true);
    }

    /// <summary>Puts what it was put together of on a stack, the most important on top: origins of values, origins of text, traced texts.</summary>
    internal void PushParts(Stack<object> stack)
    {
        if (_second is not null)
            stack.Push(_second);
        if (_first is not null)
            stack.Push(_first);
    }
}
