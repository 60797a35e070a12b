using System.Globalization;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>Amounts of memory as Docker reads them: <c>512m</c>, <c>1.5g</c>, <c>64MiB</c>, in multiples of 1024.</summary>
/// <remarks>docker/go-units, RAMInBytes, https://github.com/docker/go-units/blob/master/size.go.</remarks>
internal static class ByteSize
{
    private const string Units = "kmgtp";

    /// <summary>Bytes; null for a text that is no amount.</summary>
    public static long? Parse(string text)
    {
        var number = text.Trim();
        var end = number.Length;
        while (end > 0 && char.IsLetter(number[end - 1]))
            end--;
        var unit = number.Substring(end).ToLowerInvariant();
        if (!double.TryParse(number.Substring(0, end).TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            return null;
        var power = unit is "" or "b" ? 0 : Units.IndexOf(unit[0]) + 1;
        if ((unit.Length > 0 && unit != "b" && power == 0) || (unit.Length > 1 && unit.Substring(1) is not ("b" or "ib")))
            return null;
        var bytes = amount * Math.Pow(1024, power);
        return bytes < long.MaxValue ? (long)bytes : null;
    }
}
