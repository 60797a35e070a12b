using System.Globalization;
using System.Text;

namespace HardenBuild.Rendering.Helm.Printing;

/// <summary>The text of Go's <c>time.Duration</c>: <c>1h2m3.5s</c>, <c>1.5ms</c>, <c>0s</c>.</summary>
internal static class GoDurationText
{
    private const ulong Second = 1_000_000_000;

    public static string Format(long nanoseconds)
    {
        if (nanoseconds == 0)
            return "0s";
        var output = new StringBuilder();
        if (nanoseconds < 0)
            output.Append('-');
        // The smallest long has no positive counterpart, but its bits are the right unsigned number.
        var size = nanoseconds < 0 ? unchecked((ulong)-nanoseconds) : (ulong)nanoseconds;
        if (size < Second)
            AppendSmall(output, size);
        else
            AppendLarge(output, size);
        return output.ToString();
    }

    private static void AppendSmall(StringBuilder output, ulong size)
    {
        if (size < 1_000)
            output.Append(size.ToString(CultureInfo.InvariantCulture)).Append("ns");
        else if (size < 1_000_000)
            AppendFraction(output, size, 1_000).Append("µs");
        else
            AppendFraction(output, size, 1_000_000).Append("ms");
    }

    private static void AppendLarge(StringBuilder output, ulong size)
    {
        var minutes = size / (60 * Second);
        if (minutes >= 60)
            output.Append((minutes / 60).ToString(CultureInfo.InvariantCulture)).Append('h');
        if (minutes > 0)
            output.Append((minutes % 60).ToString(CultureInfo.InvariantCulture)).Append('m');
        AppendFraction(output, size % (60 * Second), Second).Append('s');
    }

    private static StringBuilder AppendFraction(StringBuilder output, ulong size, ulong unit)
    {
        output.Append((size / unit).ToString(CultureInfo.InvariantCulture));
        var rest = size % unit;
        if (rest == 0)
            return output;
        var width = (unit - 1).ToString(CultureInfo.InvariantCulture).Length;
        return output.Append('.').Append(rest.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0').TrimEnd('0'));
    }
}
