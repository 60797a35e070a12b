namespace HardenBuild.Rendering.Helm.Functions.Dates;

/// <summary>A day of the proleptic Gregorian calendar.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
internal readonly record struct CivilDate(int Year, int Month, int Day)
{
    /// <summary>Days since 1970-01-01. Months and days past their ends run on into the next, as in Go's <c>time.Date</c>.</summary>
    public long DayNumber
    {
        get
        {
            var months = (Year * 12L) + Month - 1;
            var year = Math.DivRem(months, 12, out var month);
            if (month < 0)
                (year, month) = (year - 1, month + 12);
            // Years start in March here, so that the leap day comes last.
            var shifted = month < 2 ? year - 1 : year;
            var era = (shifted >= 0 ? shifted : shifted - 399) / 400;
            var yearOfEra = shifted - (era * 400);
            var dayOfYear = (((153 * ((month + 10) % 12)) + 2) / 5) + Day - 1;
            return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
        }
    }

    /// <summary>1 to 366.</summary>
    public int DayOfYear => (int)(DayNumber - new CivilDate(Year, 1, 1).DayNumber) + 1;

    public static CivilDate FromDayNumber(long days)
    {
        days += 719_468;
        var era = (days >= 0 ? days : days - 146_096) / 146_097;
        var dayOfEra = days - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shiftedMonth = ((5 * dayOfYear) + 2) / 153;
        var month = (int)(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9);
        return new CivilDate((int)(yearOfEra + (era * 400)) + (month <= 2 ? 1 : 0), month, (int)(dayOfYear - (((153 * shiftedMonth) + 2) / 5)) + 1);
    }

    public static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
