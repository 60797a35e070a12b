using System.Globalization;

namespace HardenBuild.Reporting;

/// <summary>Numbers with their noun, as people write them.</summary>
public static class Counted
{
    /// <summary><c>1 file</c>, <c>2 files</c>.</summary>
    public static string Of(int count, string noun) => count.ToString(CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? "" : "s");
}
