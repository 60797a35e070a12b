namespace HardenBuild.Scanning;

/// <summary>Path, span, id, message: the same order between runs and machines.</summary>
internal sealed class FindingOrder : IComparer<ReportedFinding>
{
    public static FindingOrder Instance { get; } = new();

    public int Compare(ReportedFinding? x, ReportedFinding? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);

        var (a, b) = (x.Finding, y.Finding);
        var order = string.CompareOrdinal(a.Location.Source.Path, b.Location.Source.Path);
        if (order == 0)
            order = a.Location.Span.Start.CompareTo(b.Location.Span.Start);
        if (order == 0)
            order = a.Location.Span.Length.CompareTo(b.Location.Span.Length);
        if (order == 0)
            order = string.CompareOrdinal(a.Rule.Id, b.Rule.Id);
        return order != 0 ? order : string.CompareOrdinal(a.Message, b.Message);
    }
}
