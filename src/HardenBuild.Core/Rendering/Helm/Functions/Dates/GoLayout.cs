using System.Globalization;
using System.Text;

namespace HardenBuild.Rendering.Helm.Functions.Dates;

/// <summary>Times as texts in Go's layouts.</summary>
internal static class GoLayout
{
    internal static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    internal static readonly string[] Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    public static bool TryParse(string layout, string text, out GoTime time)
    {
        var parsed = new GoTimeParser(layout, text).Parse();
        time = parsed ?? GoTime.Zero;
        return parsed is not null;
    }

    public static string Format(string layout, GoTime time)
    {
        var text = new StringBuilder(layout.Length + 16);
        var date = time.Date;
        var second = time.SecondOfDay;
        var hour = second / 3600;
        for (var i = 0; i < layout.Length;)
        {
            var (part, length) = GoLayoutReader.PartAt(layout, i);
            switch (part)
            {
                case GoLayoutPart.Literal:
                    text.Append(layout, i, length);
                    break;
                case GoLayoutPart.LongMonth:
                    text.Append(Months[date.Month - 1]);
                    break;
                case GoLayoutPart.ShortMonth:
                    text.Append(Months[date.Month - 1], 0, 3);
                    break;
                case GoLayoutPart.LongWeekday:
                    text.Append(Weekdays[time.Weekday]);
                    break;
                case GoLayoutPart.ShortWeekday:
                    text.Append(Weekdays[time.Weekday], 0, 3);
                    break;
                case GoLayoutPart.Month or GoLayoutPart.PaddedMonth:
                    Append(text, date.Month, part == GoLayoutPart.PaddedMonth ? 2 : 1);
                    break;
                case GoLayoutPart.Day or GoLayoutPart.PaddedDay:
                    Append(text, date.Day, part == GoLayoutPart.PaddedDay ? 2 : 1);
                    break;
                case GoLayoutPart.BlankPaddedDay:
                    Append(text, date.Day, 2, ' ');
                    break;
                case GoLayoutPart.PaddedDayOfYear or GoLayoutPart.BlankPaddedDayOfYear:
                    Append(text, date.DayOfYear, 3, part == GoLayoutPart.PaddedDayOfYear ? '0' : ' ');
                    break;
                case GoLayoutPart.Hour:
                    Append(text, hour, 2);
                    break;
                case GoLayoutPart.Hour12 or GoLayoutPart.PaddedHour12:
                    Append(text, hour % 12 == 0 ? 12 : hour % 12, part == GoLayoutPart.PaddedHour12 ? 2 : 1);
                    break;
                case GoLayoutPart.Minute or GoLayoutPart.PaddedMinute:
                    Append(text, second / 60 % 60, part == GoLayoutPart.PaddedMinute ? 2 : 1);
                    break;
                case GoLayoutPart.Second or GoLayoutPart.PaddedSecond:
                    Append(text, second % 60, part == GoLayoutPart.PaddedSecond ? 2 : 1);
                    break;
                case GoLayoutPart.LongYear:
                    Append(text, date.Year, 4);
                    break;
                case GoLayoutPart.ShortYear:
                    Append(text, ((date.Year % 100) + 100) % 100, 2);
                    break;
                case GoLayoutPart.UpperHalf:
                    text.Append(hour >= 12 ? "PM" : "AM");
                    break;
                case GoLayoutPart.LowerHalf:
                    text.Append(hour >= 12 ? "pm" : "am");
                    break;
                case GoLayoutPart.Zone:
                    AppendZone(text, time);
                    break;
                case GoLayoutPart.ZuluOffset when time.Offset == 0:
                    text.Append('Z');
                    break;
                case GoLayoutPart.ZuluOffset or GoLayoutPart.Offset:
                    AppendOffset(text, layout.Substring(i, length), time.Offset);
                    break;
                default:
                    AppendFraction(text, layout[i], time.Nanoseconds, length - 1, part == GoLayoutPart.TrimmedFraction);
                    break;
            }

            i += length;
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, int number, int width, char padding = '0')
    {
        if (number < 0)
        {
            text.Append('-');
            number = -number;
        }

        text.Append(number.ToString(CultureInfo.InvariantCulture).PadLeft(width, padding));
    }

    private static void AppendZone(StringBuilder text, GoTime time)
    {
        if (time.Zone.Length > 0)
            text.Append(time.Zone);
        else
            AppendOffset(text, time.Offset % 3600 == 0 ? "-07" : "-0700", time.Offset);
    }

    private static void AppendOffset(StringBuilder text, string form, int offset)
    {
        text.Append(offset < 0 ? '-' : '+');
        offset = Math.Abs(offset);
        Append(text, offset / 3600, 2);
        if (form.Length <= 3)
            return;
        var hasColons = form[3] == ':';
        if (hasColons)
            text.Append(':');
        Append(text, offset / 60 % 60, 2);
        if (form.Length < 7)
            return;
        if (hasColons)
            text.Append(':');
        Append(text, offset % 60, 2);
    }

    private static void AppendFraction(StringBuilder text, char separator, int nanoseconds, int digits, bool isTrimmed)
    {
        var fraction = nanoseconds.ToString("D9", CultureInfo.InvariantCulture);
        fraction = digits < 9 ? fraction.Substring(0, digits) : fraction.PadRight(digits, '0');
        if (isTrimmed)
        {
            fraction = fraction.TrimEnd('0');
            if (fraction.Length == 0)
                return;
        }

        text.Append(separator).Append(fraction);
    }
}
