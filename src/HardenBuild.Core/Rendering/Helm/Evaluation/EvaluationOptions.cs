namespace HardenBuild.Rendering.Helm.Evaluation;

/// <summary>How templates are evaluated.</summary>
internal sealed record EvaluationOptions
{
    /// <summary>Whether the text carries the origins of its parts.</summary>
    public bool IsTracing { get; init; }

    /// <summary>Whether <c>range</c> counts up to an integer: since Go 1.24, which Helm 3.18 was the first to be built with.</summary>
    public bool RangesOverIntegers { get; init; } = true;
}
