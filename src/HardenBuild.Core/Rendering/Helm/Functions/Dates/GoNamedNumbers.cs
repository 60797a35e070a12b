using System.Globalization;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Dates;

/// <summary>Integers whose types print themselves as words.</summary>
internal static class GoNamedNumbers
{
    public static string Text(GoInteger integer) => integer.TypeName switch
    {
        "time.Duration" => GoDuration.Text(integer.Value),
        "time.Month" when integer.Value is >= 1 and <= 12 => GoLayout.Months[integer.Value - 1],
        "time.Weekday" when integer.Value is >= 0 and <= 6 => GoLayout.Weekdays[integer.Value],
        _ => integer.Value.ToString(CultureInfo.InvariantCulture),
    };
}
