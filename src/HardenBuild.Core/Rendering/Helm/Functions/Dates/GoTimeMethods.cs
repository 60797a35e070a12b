using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.Functions.Dates;

/// <summary>The methods of <c>time.Time</c> that templates use.</summary>
internal static class GoTimeMethods
{
    public static TemplateFunction? Find(GoTime time, string name) => name switch
    {
        "Year" => Number(name, time.Date.Year),
        "Month" => new TemplateFunction(name, [], null, (_, _) => new GoTimeName("time.Month", GoLayout.Months[time.Date.Month - 1])),
        "Day" => Number(name, time.Date.Day),
        "YearDay" => Number(name, time.Date.DayOfYear),
        "Hour" => Number(name, time.SecondOfDay / 3600),
        "Minute" => Number(name, time.SecondOfDay / 60 % 60),
        "Second" => Number(name, time.SecondOfDay % 60),
        "Nanosecond" => Number(name, time.Nanoseconds),
        "Unix" => Long(name, time.Seconds),
        "UnixMilli" => Long(name, (time.Seconds * 1000) + (time.Nanoseconds / 1_000_000)),
        "UnixMicro" => Long(name, (time.Seconds * 1_000_000) + (time.Nanoseconds / 1000)),
        "UnixNano" => Long(name, unchecked((time.Seconds * 1_000_000_000) + time.Nanoseconds)),
        "IsZero" => new TemplateFunction(name, [], null, (_, _) => GoBoolean.Of(time.Seconds == GoTime.Zero.Seconds && time.Nanoseconds == 0)),
        "UTC" => new TemplateFunction(name, [], null, (_, _) => time.In(0, "UTC")),
        "Local" => new TemplateFunction(name, [], null, (_, _) => time.In(0, "UTC")),
        "String" => new TemplateFunction(name, [], null, (_, _) => new GoString(time.Print())),
        "Weekday" => new TemplateFunction(name, [], null, (_, _) => new GoTimeName("time.Weekday", GoLayout.Weekdays[time.Weekday])),
        "Format" => new TemplateFunction(name, [ParameterKind.String], null, (call, arguments) =>
        {
            var layout = arguments.TextAt(0);
            call.Budget.RequireLength(layout.Length * 4L);
            return new GoString(GoLayout.Format(layout, time));
        }),
        "AddDate" => new TemplateFunction(name, [ParameterKind.Int, ParameterKind.Int, ParameterKind.Int], null, (_, arguments) => AddDate(time, arguments)),
        _ => null,
    };

    private static GoTime AddDate(GoTime time, GoValue[] arguments)
    {
        var date = time.Date;
        var (years, months, days) = (arguments.IntegerAt(0), arguments.IntegerAt(1), arguments.IntegerAt(2));
        if (Math.Abs(years) > 100_000 || Math.Abs(months) > 1_000_000 || Math.Abs(days) > 100_000_000)
            throw new FunctionException("the date is out of range");
        var moved = new CivilDate(date.Year + (int)years, date.Month + (int)months, date.Day + (int)days);
        return new GoTime((moved.DayNumber * 86_400) + time.SecondOfDay - time.Offset, time.Nanoseconds, time.Offset, time.Zone);
    }

    private static TemplateFunction Number(string name, long value) => new(name, [], null, (_, _) => new GoInteger(value));

    private static TemplateFunction Long(string name, long value) => new(name, [], null, (_, _) => new GoInteger(value, GoKind.Int64));
}
