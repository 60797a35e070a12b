namespace HardenBuild.Rendering.Helm;

/// <summary>What one render may spend, so that a hostile chart ends in an error instead of an outage.</summary>
internal sealed class RenderBudget(RenderLimits limits, CancellationToken cancellation)
{
    // Reading a clock at each step would cost more than the steps.
    private const int StepsBetweenLooks = 4096;

    private readonly System.Diagnostics.Stopwatch _clock = System.Diagnostics.Stopwatch.StartNew();
    private long _steps;
    private long _nextLook = StepsBetweenLooks;

    public RenderLimits Limits { get; } = limits;

    /// <summary>Counts work: one for a node of a template, an item of a list, a thousand characters of text.</summary>
    /// <exception cref="RenderLimitException">There was too much of it.</exception>
    /// <exception cref="OperationCanceledException">The scan was cancelled.</exception>
    public void Spend(long steps)
    {
        _steps += steps;
        if (_steps >= _nextLook)
            Look();
    }

    /// <summary>Says, before it is made, how long a string is going to be.</summary>
    /// <param name="length">UTF-16 code units.</param>
    /// <exception cref="RenderLimitException">It would be too long.</exception>
    public void RequireLength(long length)
    {
        if (length > Limits.StringLength)
            throw new RenderLimitException($"a string would be longer than {Limits.StringLength:N0} characters");
        Spend(1 + (length >> 10));
    }

    /// <summary>Says, before it is made, how many items a list is going to have.</summary>
    /// <exception cref="RenderLimitException">They would be too many.</exception>
    public void RequireItems(long count)
    {
        if (count > Limits.ListLength)
            throw new RenderLimitException($"a list would have more than {Limits.ListLength:N0} items");
        Spend(1 + (count >> 3));
    }

    private void Look()
    {
        cancellation.ThrowIfCancellationRequested();
        _nextLook = _steps + StepsBetweenLooks;
        if (_steps > Limits.Steps)
            throw new RenderLimitException($"rendering takes more than {Limits.Steps:N0} steps");
        if (_clock.Elapsed > Limits.Time)
            throw new RenderLimitException($"rendering takes longer than {Limits.Time.TotalSeconds:N0} s");
    }
}
