namespace HardenBuild.Rendering.Helm.Printing;

/// <summary>The <c>#</c> flag on floating-point numbers: a decimal point always, and <c>%g</c> keeps its trailing zeros.</summary>
internal static class FloatPoint
{
    /// <param name="digits">The number without its sign.</param>
    /// <param name="precision">-1 where not given.</param>
    public static string Keep(string digits, char format, int precision)
    {
        var mark = format is 'x' or 'X' ? digits.IndexOfAny(['p', 'P']) : digits.IndexOfAny(['e', 'E']);
        var tail = mark < 0 ? "" : digits.Substring(mark);
        var number = mark < 0 ? digits : digits.Substring(0, mark);
        var missing = format is 'g' or 'G' ? (precision < 0 ? 6 : precision) : 0;
        var hasPoint = false;
        var isCounting = false;
        foreach (var c in number)
        {
            hasPoint |= c == '.';
            if (c == '.')
                continue;
            isCounting |= c != '0';
            if (isCounting)
                missing--;
        }

        if (!hasPoint)
        {
            if (number == "0")
                missing--;
            number += ".";
        }

        return (missing > 0 ? number + new string('0', missing) : number) + tail;
    }
}
