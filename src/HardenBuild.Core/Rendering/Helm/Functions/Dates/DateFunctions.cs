using System.Globalization;
using HardenBuild.Rendering.Helm.Values;
using HardenBuild.Syntax.GoTemplate;

namespace HardenBuild.Rendering.Helm.Functions.Dates;

/// <summary>Sprig's functions on times. The present is always <see cref="GoTime.StandIn"/>; local time is UTC.</summary>
internal static class DateFunctions
{
    private const string HtmlLayout = "2006-01-02";

    public static TemplateFunction[] All { get; } =
    [
        new("now", [], null, static (_, _) => GoTime.StandIn),
        new("ago", [ParameterKind.Any], null, static (_, _) => new GoString("0s", isStandIn: true)),
        new("date", [ParameterKind.String, ParameterKind.Any], null, static (call, arguments) => Format(call, arguments.TextAt(0), arguments[1], "Local")),
        new("dateInZone", [ParameterKind.String, ParameterKind.Any, ParameterKind.String], null, static (call, arguments) => Format(call, arguments.TextAt(0), arguments[1], arguments.TextAt(2))),
        new("date_in_zone", [ParameterKind.String, ParameterKind.Any, ParameterKind.String], null, static (call, arguments) => Format(call, arguments.TextAt(0), arguments[1], arguments.TextAt(2))),
        new("htmlDate", [ParameterKind.Any], null, static (call, arguments) => Format(call, HtmlLayout, arguments[0], "Local")),
        new("htmlDateInZone", [ParameterKind.Any, ParameterKind.String], null, static (call, arguments) => Format(call, HtmlLayout, arguments[0], arguments.TextAt(1))),
        new("dateModify", [ParameterKind.String, ParameterKind.Time], null, static (_, arguments) => Modify(arguments, mustParse: false)),
        new("date_modify", [ParameterKind.String, ParameterKind.Time], null, static (_, arguments) => Modify(arguments, mustParse: false)),
        new("mustDateModify", [ParameterKind.String, ParameterKind.Time], null, static (_, arguments) => Modify(arguments, mustParse: true)),
        new("must_date_modify", [ParameterKind.String, ParameterKind.Time], null, static (_, arguments) => Modify(arguments, mustParse: true)),
        new("toDate", [ParameterKind.String, ParameterKind.String], null, static (_, arguments) => GoLayout.TryParse(arguments.TextAt(0), arguments.TextAt(1), out var time) ? time : GoTime.Zero),
        new("mustToDate", [ParameterKind.String, ParameterKind.String], null, MustToDate),
        new("unixEpoch", [ParameterKind.Time], null, static (_, arguments) => new GoString(((GoTime)arguments[0]).Seconds.ToString(CultureInfo.InvariantCulture))),
    ];

    private static GoString Format(FunctionCall call, string layout, GoValue value, string zone)
    {
        call.Budget.RequireLength(layout.Length * 4L);
        var time = value switch
        {
            GoTime given => given,
            GoInteger seconds when Math.Abs(seconds.Value) < 1L << 40 => new GoTime(seconds.Value),
            _ => GoTime.StandIn,
        };
        var (offset, name) = GoZone.Find(zone);
        return new GoString(GoLayout.Format(layout, time.In(offset, name)));
    }

    private static GoTime Modify(GoValue[] arguments, bool mustParse)
    {
        var time = (GoTime)arguments[1];
        if (GoDuration.Parse(arguments.TextAt(0), out var error) is { } duration)
            return time.Add(duration);
        return mustParse ? throw new FunctionException(error!) : time;
    }

    private static GoTime MustToDate(FunctionCall call, GoValue[] arguments)
    {
        var (layout, text) = (arguments.TextAt(0), arguments.TextAt(1));
        if (GoLayout.TryParse(layout, text, out var time))
            return time;
        var (quotedText, quotedLayout) = (GoQuoting.Quote(text), GoQuoting.Quote(layout));
        throw new FunctionException($"parsing time {quotedText} as {quotedLayout}: cannot parse {quotedText} as {quotedLayout}");
    }
}
