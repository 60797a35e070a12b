namespace HardenBuild.Model.Lifecycle;

/// <summary>When support of products ends: what the project's configuration says, else the data of this version.</summary>
/// <param name="overrides"><c>product:version=yyyy-mm-dd</c> each; what is not of that form is left out.</param>
internal sealed class SupportEnds(IReadOnlyList<string> overrides)
{
    /// <summary>The row of a version or of the longest listed version that it belongs to; null when there is none.</summary>
    public SupportEnd? Find(string product, string version)
    {
        for (var length = version.Length; length > 0; length = version.LastIndexOf('.', length - 1))
        {
            var candidate = version.Substring(0, length);
            if ((Override(product, candidate) ?? LifecycleData.Find(product, candidate)) is { } date)
                return new SupportEnd(product, candidate, date);
        }

        return null;
    }

    /// <summary>As <see cref="Find"/>, but null also for a version that is still supported.</summary>
    public SupportEnd? FindPast(string product, string version) => Find(product, version) is { IsPast: true } end ? end : null;

    private string? Override(string product, string version)
    {
        foreach (var text in overrides)
        {
            var equals = text.IndexOf('=');
            var colon = text.IndexOf(':');
            if (colon <= 0 || equals <= colon || text.AsSpan(equals + 1).Trim().Length != "yyyy-mm-dd".Length)
                continue;
            if (text.AsSpan(0, colon).Trim().Equals(product.AsSpan(), StringComparison.OrdinalIgnoreCase)
                && IsVersion(text.AsSpan(colon + 1, equals - colon - 1).Trim(), version))
            {
                return text.Substring(equals + 1).Trim();
            }
        }

        return null;
    }

    /// <summary>.NET's versions are listed by their first part, but people write <c>8.0</c>.</summary>
    private static bool IsVersion(ReadOnlySpan<char> written, string version) =>
        written.Equals(version.AsSpan(), StringComparison.OrdinalIgnoreCase)
        || (written.Length == version.Length + 2 && written.EndsWith(".0".AsSpan()) && written.StartsWith(version.AsSpan(), StringComparison.OrdinalIgnoreCase));
}
