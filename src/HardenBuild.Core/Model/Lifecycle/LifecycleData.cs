namespace HardenBuild.Model.Lifecycle;

/// <summary>The embedded file <c>end-of-support.csv</c>.</summary>
/// <remarks>The text is searched as it is: a scan asks a handful of times, which costs less than a table of its rows.</remarks>
internal static class LifecycleData
{
    /// <summary>The day up to which ends of support count as past, <c>yyyy-mm-dd</c>.</summary>
    public static string Date => Find("data", "date")!;

    /// <summary>The newest .NET with long-term support on <see cref="Date"/>.</summary>
    public static string RecommendedDotNet => "10.0";

    /// <summary>Last day of support, <c>yyyy-mm-dd</c>; null when the file has no such row.</summary>
    public static string? Find(string product, string version)
    {
        var row = $"\n{product},{version},";
        var start = Text.Content.IndexOf(row, StringComparison.Ordinal);
        return start < 0 ? null : Text.Content.Substring(start + row.Length, "yyyy-mm-dd".Length);
    }

    /// <summary>Holds the text from the first question on.</summary>
    private static class Text
    {
        public static readonly string Content = Read();

        private static string Read()
        {
            using var stream = typeof(LifecycleData).Assembly.GetManifestResourceStream("end-of-support.csv")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }
}
