namespace HardenBuild.Model.DotNet;

/// <summary>When support of .NET versions ends.</summary>
/// <remarks>
/// Source: https://dotnet.microsoft.com/platform/support/policy/dotnet-core and .../policy/dotnet-framework. The data has a date of its own and nothing asks the clock,
/// so that an unchanged commit keeps its verdict.
/// </remarks>
internal static class DotNetLifecycle
{
    /// <summary>The day up to which ends of support count as past, <c>yyyy-mm-dd</c>.</summary>
    public const string DataDate = "2026-11-23";

    /// <summary>The newest version with long-term support on <see cref="DataDate"/>.</summary>
    public const string Recommended = "10.0";

    /// <summary>Last day of support of .NET or .NET Core, <c>yyyy-mm-dd</c>; null when the version is not in the data.</summary>
    /// <param name="minor">Null when a tag names the major version only; the last minor version of .NET Core then counts.</param>
    public static string? EndOfSupport(int major, int? minor) => (major, minor) switch
    {
        (1, _) => "2019-06-27",
        (2, 0) => "2018-10-01",
        (2, 2) => "2019-12-23",
        (2, _) => "2021-08-21",
        (3, 0) => "2020-03-03",
        (3, _) => "2022-12-13",
        (5, _) => "2022-05-10",
        (6, _) => "2024-11-12",
        (7, _) => "2024-05-14",
        (8, _) => "2026-11-10",
        (9, _) => "2026-11-10",
        (10, _) => "2028-11-14",
        _ => null,
    };

    /// <summary>Last day of support of .NET Framework; null when it ends with the Windows below it or is not in the data.</summary>
    /// <param name="version">Such as <c>4.6.1</c>.</param>
    public static string? EndOfFrameworkSupport(string version) => version switch
    {
        "4.5.2" or "4.6" or "4.6.1" => "2022-04-26",
        "4.6.2" => "2027-01-12",
        _ => null,
    };

    /// <summary>Whether a last day of support lies before <see cref="DataDate"/>.</summary>
    public static bool IsPast(string endOfSupport) => string.CompareOrdinal(endOfSupport, DataDate) < 0;
}
