namespace HardenBuild.Model.Lifecycle;

/// <summary>When support of a version ends.</summary>
/// <param name="Product">In the words of the data: <c>dotnet</c>, <c>debian</c>, <c>node</c>.</param>
/// <param name="Version">The listed version that the one asked for belongs to: <c>6</c> for <c>6.0.100</c>.</param>
/// <param name="Date">Last day of support, <c>yyyy-mm-dd</c>.</param>
internal sealed record SupportEnd(string Product, string Version, string Date)
{
    /// <summary>Whether the last day lies before the day of the data.</summary>
    public bool IsPast => string.CompareOrdinal(Date, LifecycleData.Date) < 0;
}
