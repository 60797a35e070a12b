namespace HardenBuild.Reporting;

/// <summary>What a report shows beyond the findings that count.</summary>
public sealed record ReportOptions
{
    /// <summary>Also shows what comments silence, marked as suppressed.</summary>
    public bool IncludeSuppressed { get; init; }

    /// <summary>Colours for a person's terminal; only the text report has them.</summary>
    public bool UseColor { get; init; }
}
