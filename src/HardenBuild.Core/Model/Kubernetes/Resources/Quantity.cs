using System.Globalization;

namespace HardenBuild.Model.Kubernetes.Resources;

/// <summary>Amounts of resources as the API writes them: <c>500m</c>, <c>1.5Gi</c>, <c>2e3</c>.</summary>
/// <remarks>https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/</remarks>
internal static class Quantity
{
    /// <summary>The amount in cores or bytes; null where the text is no quantity.</summary>
    public static decimal? Parse(string text)
    {
        var end = 0;
        while (end < text.Length && (text[end] is (>= '0' and <= '9') or '.' || (end == 0 && text[end] is '+' or '-')))
            end++;
        var (digits, suffix) = (text.Substring(0, end), text.Substring(end));
        if (!decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        if (Factor(suffix) is not { } factor)
            return null;
        try
        {
            return number * factor;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal? Factor(string suffix) => suffix switch
    {
        "" => 1m,
        "n" => 1e-9m,
        "u" => 1e-6m,
        "m" => 1e-3m,
        "k" => 1e3m,
        "M" => 1e6m,
        "G" => 1e9m,
        "T" => 1e12m,
        "P" => 1e15m,
        "E" => 1e18m,
        "Ki" => 1024m,
        "Mi" => 1048576m,
        "Gi" => 1073741824m,
        "Ti" => 1099511627776m,
        "Pi" => 1125899906842624m,
        "Ei" => 1152921504606846976m,
        _ => Power(suffix),
    };

    private static decimal? Power(string suffix)
    {
        var digits = suffix.TrimStart('e', 'E');
        if (digits.Length != suffix.Length - 1 || !int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) || exponent is < -18 or > 24)
            return null;
        var factor = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
            factor = exponent > 0 ? factor * 10 : factor / 10;
        return factor;
    }
}
