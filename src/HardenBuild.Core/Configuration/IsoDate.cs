using System.Globalization;

namespace HardenBuild.Configuration;

/// <summary>Dates in comments and configuration files, <c>2027-01-31</c>.</summary>
internal static class IsoDate
{
    public static bool TryParse(string text, out DateTime date) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
