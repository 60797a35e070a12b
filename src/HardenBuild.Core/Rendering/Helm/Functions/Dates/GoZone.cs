namespace HardenBuild.Rendering.Helm.Functions.Dates;

/// <summary>Time zones by name. Nothing depends on the machine's zone data: what is not known here is UTC, as for a name that Go does not find.</summary>
internal static class GoZone
{
    public static (int Offset, string Name) Find(string name) => name switch
    {
        // Zones without daylight saving time, whose offset is a fact and not data.
        "EST" => (-5 * 3600, "EST"),
        "MST" => (-7 * 3600, "MST"),
        "HST" => (-10 * 3600, "HST"),
        "GMT" or "Etc/GMT" or "Greenwich" => (0, "GMT"),
        "Asia/Tokyo" or "Japan" => (9 * 3600, "JST"),
        "Asia/Shanghai" or "PRC" => (8 * 3600, "CST"),
        "Asia/Kolkata" or "Asia/Calcutta" => ((5 * 3600) + 1800, "IST"),
        "Asia/Singapore" or "Singapore" => (8 * 3600, "+08"),
        _ => (0, "UTC"),
    };
}
