namespace HardenBuild.Rendering.Helm.Functions.Dates;

/// <summary>Cuts a layout into its parts.</summary>
internal static class GoLayoutReader
{
    // Longest first among those that start alike.
    private static readonly (string Text, GoLayoutPart Part)[] Parts =
    [
        ("January", GoLayoutPart.LongMonth), ("Jan", GoLayoutPart.ShortMonth),
        ("Monday", GoLayoutPart.LongWeekday), ("Mon", GoLayoutPart.ShortWeekday), ("MST", GoLayoutPart.Zone),
        ("01", GoLayoutPart.PaddedMonth), ("002", GoLayoutPart.PaddedDayOfYear), ("02", GoLayoutPart.PaddedDay), ("03", GoLayoutPart.PaddedHour12),
        ("04", GoLayoutPart.PaddedMinute), ("05", GoLayoutPart.PaddedSecond), ("06", GoLayoutPart.ShortYear),
        ("15", GoLayoutPart.Hour), ("1", GoLayoutPart.Month), ("2006", GoLayoutPart.LongYear), ("2", GoLayoutPart.Day),
        ("_2006", GoLayoutPart.Literal), ("__2", GoLayoutPart.BlankPaddedDayOfYear), ("_2", GoLayoutPart.BlankPaddedDay),
        ("3", GoLayoutPart.Hour12), ("4", GoLayoutPart.Minute), ("5", GoLayoutPart.Second),
        ("PM", GoLayoutPart.UpperHalf), ("pm", GoLayoutPart.LowerHalf),
        ("-07:00:00", GoLayoutPart.Offset), ("-070000", GoLayoutPart.Offset), ("-07:00", GoLayoutPart.Offset), ("-0700", GoLayoutPart.Offset), ("-07", GoLayoutPart.Offset),
        ("Z07:00:00", GoLayoutPart.ZuluOffset), ("Z070000", GoLayoutPart.ZuluOffset), ("Z07:00", GoLayoutPart.ZuluOffset), ("Z0700", GoLayoutPart.ZuluOffset), ("Z07", GoLayoutPart.ZuluOffset),
    ];

    /// <summary>The part at an offset, and its length in the layout.</summary>
    public static (GoLayoutPart Part, int Length) PartAt(string layout, int offset)
    {
        var c = layout[offset];
        if (c is '.' or ',')
            return Fraction(layout, offset);
        if (c is not ('J' or 'M' or '0' or '1' or '2' or '_' or '3' or '4' or '5' or 'P' or 'p' or '-' or 'Z'))
            return (GoLayoutPart.Literal, 1);
        foreach (var (text, part) in Parts)
        {
            if (string.CompareOrdinal(layout, offset, text, 0, text.Length) != 0)
                continue;
            // "_2006" is an underscore before the year.
            if (part == GoLayoutPart.Literal)
                return (part, 1);
            // "January" and "Jan", but not "Janet": a lower-case letter after a short month or weekday makes it a word.
            if (part is GoLayoutPart.ShortMonth or GoLayoutPart.ShortWeekday && offset + 3 < layout.Length && layout[offset + 3] is >= 'a' and <= 'z')
                continue;
            return (part, text.Length);
        }

        return (GoLayoutPart.Literal, 1);
    }

    private static (GoLayoutPart Part, int Length) Fraction(string layout, int offset)
    {
        if (offset + 1 >= layout.Length || layout[offset + 1] is not ('0' or '9'))
            return (GoLayoutPart.Literal, 1);
        var digit = layout[offset + 1];
        var end = offset + 1;
        while (end < layout.Length && layout[end] == digit)
            end++;
        if (end < layout.Length && layout[end] is >= '0' and <= '9')
            return (GoLayoutPart.Literal, 1);
        return (digit == '0' ? GoLayoutPart.Fraction : GoLayoutPart.TrimmedFraction, end - offset);
    }
}
