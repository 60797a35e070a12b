namespace HardenBuild.Rendering.Helm;

/// <summary>How much a render may cost. The defaults are far above what published charts need.</summary>
internal sealed record RenderLimits
{
    public static RenderLimits Default { get; } = new();

    /// <summary>Nodes of templates visited, and the like: see <see cref="RenderBudget.Spend"/>.</summary>
    public long Steps { get; init; } = 20_000_000;

    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>UTF-16 code units of any single string.</summary>
    public long StringLength { get; init; } = 16 << 20;

    /// <summary>UTF-16 code units of all rendered files of a chart.</summary>
    public long OutputLength { get; init; } = 64 << 20;

    public long ListLength { get; init; } = 1_000_000;

    /// <summary>Calls of <c>include</c>, <c>template</c> and <c>tpl</c> within each other; Helm allows 1,000 of one name.</summary>
    public int Depth { get; init; } = 1_000;
}
