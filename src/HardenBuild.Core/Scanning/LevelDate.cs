namespace HardenBuild.Scanning;

/// <summary>The day that a level's data is of. Ends of support and <c>until=</c> are measured against it, never against the clock.</summary>
internal static class LevelDate
{
    /// <summary>Level <c>1.0</c>, which is also <c>latest</c>.</summary>
    public static DateTime Latest { get; } = new(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc);
}
