namespace HardenBuild.Syntax.Dockerfile;

/// <summary>What is known about a variable at one place.</summary>
internal readonly record struct VariableValue
{
    private VariableValue(VariableState state, LogicalText? text)
    {
        State = state;
        Text = text;
    }

    /// <summary>Set, but not to anything that can be told from the file: a platform argument, an inherited variable.</summary>
    public static VariableValue Unknown => new(VariableState.Unknown, text: null);

    /// <summary>Not set unless the build is given a value: a build argument without default.</summary>
    public static VariableValue Unset => default;

    public VariableState State { get; }

    /// <summary>The value with the place that gave it; null unless <see cref="VariableState.Set"/>.</summary>
    public LogicalText? Text { get; }

    public static VariableValue Of(LogicalText text) => new(VariableState.Set, text);

    /// <summary>A value that stands in no file.</summary>
    public static VariableValue Of(string text) => Of(LogicalText.Of(text, [new LogicalSegment(0, 0, 0)]));
}
