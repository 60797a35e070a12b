using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Dates;

/// <summary>A <c>time.Time</c>.</summary>
/// <param name="seconds">Since 1970-01-01 00:00:00 UTC.</param>
/// <param name="nanoseconds">Of the second.</param>
/// <param name="offset">Seconds east of UTC.</param>
/// <param name="zone">The zone's abbreviation; empty when only the offset is known.</param>
internal sealed class GoTime(long seconds, int nanoseconds = 0, int offset = 0, string zone = "UTC") : GoObject
{
    /// <summary>The moment that stands for the present, so that nothing depends on the clock.</summary>
    public static GoTime StandIn { get; } = new(new CivilDate(2020, 1, 1).DayNumber * 86_400);

    /// <summary>0001-01-01 00:00:00 UTC, what a parser gives that failed.</summary>
    public static GoTime Zero { get; } = new(new CivilDate(1, 1, 1).DayNumber * 86_400);

    public long Seconds { get; } = seconds;

    public int Nanoseconds { get; } = nanoseconds;

    public int Offset { get; } = offset;

    public string Zone { get; } = zone;

    public override string TypeName => "time.Time";

    public CivilDate Date => CivilDate.FromDayNumber(FloorDiv(Seconds + Offset, 86_400));

    /// <summary>Seconds since midnight, where the clock shows <see cref="Offset"/>.</summary>
    public int SecondOfDay => (int)(Seconds + Offset - (FloorDiv(Seconds + Offset, 86_400) * 86_400));

    /// <summary>0 is Sunday.</summary>
    public int Weekday => (int)(((FloorDiv(Seconds + Offset, 86_400) + 4) % 7 + 7) % 7);

    public override string Print() => GoLayout.Format("2006-01-02 15:04:05.999999999 -0700 MST", this);

    public override GoValue JsonValue => new GoString(GoLayout.Format("2006-01-02T15:04:05.999999999Z07:00", this));

    public GoTime In(int offset, string zone) => new(Seconds, Nanoseconds, offset, zone);

    public GoTime Add(long nanoseconds)
    {
        var seconds = FloorDiv(nanoseconds, 1_000_000_000);
        var rest = Nanoseconds + (int)(nanoseconds - (seconds * 1_000_000_000));
        return rest < 1_000_000_000 ? new GoTime(Seconds + seconds, rest, Offset, Zone) : new GoTime(Seconds + seconds + 1, rest - 1_000_000_000, Offset, Zone);
    }

    public override GoValue? Field(string name) => null;

    public override TemplateFunction? Method(string name) => GoTimeMethods.Find(this, name);

    internal static long FloorDiv(long dividend, long divisor)
    {
        var quotient = Math.DivRem(dividend, divisor, out var rest);
        return rest < 0 ? quotient - 1 : quotient;
    }
}
