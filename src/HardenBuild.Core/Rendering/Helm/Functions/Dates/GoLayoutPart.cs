namespace HardenBuild.Rendering.Helm.Functions.Dates;

/// <summary>What a part of a layout stands for: the reference time is Mon Jan 2 15:04:05 MST 2006.</summary>
internal enum GoLayoutPart
{
    /// <summary>Characters that stand for themselves.</summary>
    Literal,
    LongMonth,
    ShortMonth,
    Month,
    PaddedMonth,
    LongWeekday,
    ShortWeekday,
    Day,
    BlankPaddedDay,
    PaddedDay,
    BlankPaddedDayOfYear,
    PaddedDayOfYear,
    Hour,
    Hour12,
    PaddedHour12,
    Minute,
    PaddedMinute,
    Second,
    PaddedSecond,
    LongYear,
    ShortYear,
    UpperHalf,
    LowerHalf,
    Zone,

    /// <summary><c>Z07:00</c> and its kin: Z for UTC, else the offset.</summary>
    ZuluOffset,
    Offset,

    /// <summary><c>.000</c>.</summary>
    Fraction,

    /// <summary><c>.999</c>: without zeros at the end.</summary>
    TrimmedFraction,
}
