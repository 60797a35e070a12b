using System.Globalization;
using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Availability;

/// <summary>A number of pods, or a share of them.</summary>
/// <param name="Value">The number, or the percentage.</param>
internal readonly record struct IntOrPercent(int Value, bool IsPercent, Located<string> Text)
{
    public static IntOrPercent? Parse(Setting<string> setting)
    {
        if (setting.Known is not { } text)
            return null;
        var isPercent = text.Value.Length > 0 && text.Value[text.Value.Length - 1] == '%';
        var digits = isPercent ? text.Value.TrimEnd('%') : text.Value;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? new IntOrPercent(value, isPercent, text) : null;
    }

    /// <summary>How many of the pods; a share is rounded up, as the API server does for a minimum.</summary>
    public long Of(long pods) => IsPercent ? ((pods * Value) + 99) / 100 : Value;
}
