using HardenBuild.Rendering.Helm.Functions.Numbers;
using HardenBuild.Rendering.Helm.Printing;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;

namespace HardenBuild.Rendering.Helm.Functions.Dates;

/// <summary>Functions on lengths of time: Sprig's <c>duration</c> and <c>durationRound</c>, and those of Helm 4.2.</summary>
internal static class DurationFunctions
{
    public static TemplateFunction[] All { get; } =
    [
        new("duration", [ParameterKind.Any], null, Duration),
        new("durationRound", [ParameterKind.Any], null, Round),
        new("mustToDuration", [ParameterKind.Any], null, static (_, arguments) => GoDuration.Value(Of(arguments[0], out var error) ?? throw new FunctionException(error!))),
        new("durationNanoseconds", [ParameterKind.Any], null, static (_, arguments) => Whole(arguments[0], 1)),
        new("durationMicroseconds", [ParameterKind.Any], null, static (_, arguments) => Whole(arguments[0], 1_000)),
        new("durationMilliseconds", [ParameterKind.Any], null, static (_, arguments) => Whole(arguments[0], 1_000_000)),
        new("durationSeconds", [ParameterKind.Any], null, static (_, arguments) => Fraction(arguments[0], GoDuration.Second, 1)),
        new("durationMinutes", [ParameterKind.Any], null, static (_, arguments) => Fraction(arguments[0], GoDuration.Minute, 1)),
        new("durationHours", [ParameterKind.Any], null, static (_, arguments) => Fraction(arguments[0], GoDuration.Hour, 1)),
        new("durationDays", [ParameterKind.Any], null, static (_, arguments) => Fraction(arguments[0], GoDuration.Hour, 24)),
        new("durationWeeks", [ParameterKind.Any], null, static (_, arguments) => Fraction(arguments[0], GoDuration.Hour, 24 * 7)),
        new("durationRoundTo", [ParameterKind.Any, ParameterKind.Any], null, static (_, arguments) => ToMultiple(arguments, isRounded: true)),
        new("durationTruncateTo", [ParameterKind.Any, ParameterKind.Any], null, static (_, arguments) => ToMultiple(arguments, isRounded: false)),
    ];

    // Sprig knows seconds as a string or an int64; anything else is 0.
    private static GoString Duration(FunctionCall call, GoValue[] arguments)
    {
        var seconds = arguments[0] switch
        {
            GoString text => Casting.ParseDecimal(text.Value),
            GoInteger { TypeName: "int64" } number => number.Value,
            _ => 0,
        };
        return new GoString(GoDurationText.Format(unchecked(seconds * GoDuration.Second)));
    }

    private static GoString Round(FunctionCall call, GoValue[] arguments)
    {
        var duration = arguments[0] switch
        {
            GoString text => GoDuration.Parse(text.Value, out _) ?? 0,
            GoInteger { TypeName: "int64" } number => number.Value,
            GoTime time => unchecked((GoTime.StandIn.Seconds - time.Seconds) * GoDuration.Second),
            _ => 0,
        };
        var size = duration < 0 ? unchecked((ulong)-duration) : (ulong)duration;
        const ulong Hour = (ulong)GoDuration.Hour;
        return new GoString(size switch
        {
            > Hour * 24 * 365 => Text(size / (Hour * 24 * 365)) + "y",
            > Hour * 24 * 30 => Text(size / (Hour * 24 * 30)) + "mo",
            > Hour * 24 => Text(size / (Hour * 24)) + "d",
            > Hour => Text(size / Hour) + "h",
            > (ulong)GoDuration.Minute => Text(size / (ulong)GoDuration.Minute) + "m",
            > (ulong)GoDuration.Second => Text(size / (ulong)GoDuration.Second) + "s",
            _ => "0s",
        });
    }

    // A duration, the text of one, or a number of seconds.
    private static long? Of(GoValue value, out string? error)
    {
        error = null;
        switch (value)
        {
            case GoInteger { TypeName: "time.Duration" } duration:
                return duration.Value;
            case GoInteger seconds:
                return unchecked(seconds.Value * GoDuration.Second);
            case GoFloat seconds:
                return Casting.Truncate(seconds.Value * GoDuration.Second);
            case GoString text:
                var trimmed = text.Value.Trim();
                if (trimmed.Length == 0)
                    error = "empty duration";
                else if (GoDuration.Parse(trimmed, out _) is { } parsed)
                    return parsed;
                else if (GoNumberText.ParseFloat(trimmed) is { } number)
                    return Casting.Truncate(number * GoDuration.Second);
                else
                    error = "could not parse duration " + GoQuoting.Quote(text.Value);
                return null;
            case GoNil:
                error = "invalid duration";
                return null;
            default:
                error = "unsupported duration type " + value.TypeName;
                return null;
        }
    }

    private static GoInteger Whole(GoValue value, long unit) => new((Of(value, out _) ?? 0) / unit, GoKind.Int64);

    private static GoFloat Fraction(GoValue value, long unit, double units)
    {
        var duration = Of(value, out _) ?? 0;
        return new GoFloat(((duration / unit) + ((double)(duration % unit) / unit)) / units);
    }

    private static GoInteger ToMultiple(GoValue[] arguments, bool isRounded)
    {
        if (Of(arguments[0], out _) is not { } duration)
            return GoDuration.Value(0);
        if (Of(arguments[1], out _) is not ({ } multiple and > 0))
            return GoDuration.Value(duration);
        var rest = duration % multiple;
        var truncated = duration - rest;
        // Half away from zero.
        if (isRounded && Math.Abs((decimal)rest) * 2 >= multiple)
            truncated = unchecked(truncated + (duration < 0 ? -multiple : multiple));
        return GoDuration.Value(truncated);
    }

    private static string Text(ulong number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
