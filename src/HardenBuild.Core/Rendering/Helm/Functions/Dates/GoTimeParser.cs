namespace HardenBuild.Rendering.Helm.Functions.Dates;

/// <summary>Reads a time that a layout describes, as <c>time.Parse</c> does.</summary>
internal sealed class GoTimeParser(string layout, string text)
{
    private int _position;
    private int _year;
    private int _month = -1;
    private int _day = -1;
    private int _dayOfYear = -1;
    private int _hour;
    private int _minute;
    private int _second;
    private int _nanoseconds;
    private bool? _isAfternoon;
    private int? _offset;
    private string _zone = "";

    /// <returns>Null where the text does not follow the layout, or names no time.</returns>
    public GoTime? Parse()
    {
        for (var i = 0; i < layout.Length;)
        {
            var (part, length) = GoLayoutReader.PartAt(layout, i);
            if (part == GoLayoutPart.Literal ? !Literal(layout[i]) : !Read(part, i, length))
                return null;
            i += length;
        }

        return _position == text.Length ? Time() : null;
    }

    // A blank of the layout matches any number of them, also none at the end.
    private bool Literal(char c)
    {
        if (c == ' ')
        {
            if (_position < text.Length && text[_position] != ' ')
                return false;
            while (_position < text.Length && text[_position] == ' ')
                _position++;
            return true;
        }

        return _position < text.Length && text[_position++] == c;
    }

    private bool Read(GoLayoutPart part, int layoutOffset, int length)
    {
        switch (part)
        {
            case GoLayoutPart.LongYear:
                return Fixed(4, out _year);
            case GoLayoutPart.ShortYear:
                if (!Fixed(2, out _year))
                    return false;
                _year += _year >= 69 ? 1900 : 2000;
                return true;
            case GoLayoutPart.LongMonth or GoLayoutPart.ShortMonth:
                return Name(GoLayout.Months, part == GoLayoutPart.ShortMonth, out _month) && ++_month > 0;
            case GoLayoutPart.LongWeekday or GoLayoutPart.ShortWeekday:
                return Name(GoLayout.Weekdays, part == GoLayoutPart.ShortWeekday, out _);
            case GoLayoutPart.Month or GoLayoutPart.PaddedMonth:
                return Number(part == GoLayoutPart.PaddedMonth, out _month) && _month is >= 1 and <= 12;
            case GoLayoutPart.Day or GoLayoutPart.BlankPaddedDay or GoLayoutPart.PaddedDay:
                if (part == GoLayoutPart.BlankPaddedDay && _position < text.Length && text[_position] == ' ')
                    _position++;
                return Number(part == GoLayoutPart.PaddedDay, out _day);
            case GoLayoutPart.PaddedDayOfYear or GoLayoutPart.BlankPaddedDayOfYear:
                for (var i = 0; i < 2 && part == GoLayoutPart.BlankPaddedDayOfYear && _position < text.Length && text[_position] == ' '; i++)
                    _position++;
                return Digits(part == GoLayoutPart.PaddedDayOfYear ? 3 : 1, 3, out _dayOfYear);
            case GoLayoutPart.Hour:
                return Number(false, out _hour) && _hour < 24;
            case GoLayoutPart.Hour12 or GoLayoutPart.PaddedHour12:
                return Number(part == GoLayoutPart.PaddedHour12, out _hour) && _hour <= 12;
            case GoLayoutPart.Minute or GoLayoutPart.PaddedMinute:
                return Number(part == GoLayoutPart.PaddedMinute, out _minute) && _minute < 60;
            case GoLayoutPart.Second or GoLayoutPart.PaddedSecond:
                return Number(part == GoLayoutPart.PaddedSecond, out _second) && _second < 60 && LooseFraction(layoutOffset + length);
            case GoLayoutPart.UpperHalf or GoLayoutPart.LowerHalf:
                return Half(part == GoLayoutPart.UpperHalf ? "AM" : "am", part == GoLayoutPart.UpperHalf ? "PM" : "pm");
            case GoLayoutPart.ZuluOffset when _position < text.Length && text[_position] == 'Z':
                _position++;
                (_offset, _zone) = (0, "UTC");
                return true;
            case GoLayoutPart.ZuluOffset or GoLayoutPart.Offset:
                return Offset(layout.Substring(layoutOffset, length));
            case GoLayoutPart.Zone:
                return Zone();
            default:
                return Fraction(length - 1, part == GoLayoutPart.TrimmedFraction);
        }
    }

    // A fraction after the seconds is read although the layout has none.
    private bool LooseFraction(int layoutOffset)
    {
        if (_position + 1 >= text.Length || text[_position] is not ('.' or ',') || text[_position + 1] is < '0' or > '9')
            return true;
        if (layoutOffset < layout.Length && GoLayoutReader.PartAt(layout, layoutOffset).Part is GoLayoutPart.Fraction or GoLayoutPart.TrimmedFraction)
            return true;
        return Fraction(0, isTrimmed: true);
    }

    private bool Fraction(int digits, bool isTrimmed)
    {
        if (_position >= text.Length || text[_position] is not ('.' or ',') || _position + 1 >= text.Length || text[_position + 1] is < '0' or > '9')
            return isTrimmed;
        var start = ++_position;
        while (_position < text.Length && text[_position] is >= '0' and <= '9' && (isTrimmed || _position - start < digits))
            _position++;
        if (!isTrimmed && _position - start != digits)
            return false;
        var nanoseconds = 0;
        for (var i = 0; i < 9; i++)
            nanoseconds = (nanoseconds * 10) + (start + i < _position ? text[start + i] - '0' : 0);
        _nanoseconds = nanoseconds;
        return true;
    }

    private bool Half(string before, string after)
    {
        if (_position + 2 > text.Length)
            return false;
        _isAfternoon = string.CompareOrdinal(text, _position, after, 0, 2) == 0;
        if (_isAfternoon == false && string.CompareOrdinal(text, _position, before, 0, 2) != 0)
            return false;
        _position += 2;
        return true;
    }

    private bool Offset(string form)
    {
        if (_position >= text.Length || text[_position] is not ('+' or '-'))
            return false;
        var sign = text[_position++] == '-' ? -1 : 1;
        var hasColons = form.Length > 3 && form[3] == ':';
        int minutes = 0, seconds = 0;
        if (!Fixed(2, out var hours))
            return false;
        if (form.Length > 3 && !((!hasColons || Literal(':')) && Fixed(2, out minutes)))
            return false;
        if (form.Length >= 7 && !((!hasColons || Literal(':')) && Fixed(2, out seconds)))
            return false;
        if (hours > 24 || minutes > 60 || seconds > 60)
            return false;
        _offset = sign * ((hours * 3600) + (minutes * 60) + seconds);
        return true;
    }

    private bool Zone()
    {
        var start = _position;
        while (_position < text.Length && text[_position] is >= 'A' and <= 'Z' && _position - start < 5)
            _position++;
        if (_position - start < 3)
            return false;
        _zone = text.Substring(start, _position - start);
        // GMT+3 and GMT-8.
        if (_zone == "GMT" && _position < text.Length && text[_position] is '+' or '-')
        {
            var sign = text[_position++] == '-' ? -1 : 1;
            if (!Digits(1, 2, out var hours) || hours > 23)
                return false;
            _offset = sign * hours * 3600;
        }

        return true;
    }

    private bool Name(string[] names, bool isShort, out int index)
    {
        for (index = 0; index < names.Length; index++)
        {
            var length = isShort ? 3 : names[index].Length;
            if (string.Compare(text, _position, names[index], 0, length, StringComparison.OrdinalIgnoreCase) != 0 || _position + length > text.Length)
                continue;
            _position += length;
            return true;
        }

        return false;
    }

    private bool Number(bool isPadded, out int number) => Digits(isPadded ? 2 : 1, 2, out number);

    private bool Fixed(int digits, out int number) => Digits(digits, digits, out number);

    private bool Digits(int minimum, int maximum, out int number)
    {
        number = 0;
        var start = _position;
        while (_position < text.Length && _position - start < maximum && text[_position] is >= '0' and <= '9')
            number = (number * 10) + text[_position++] - '0';
        return _position - start >= minimum;
    }

    private GoTime? Time()
    {
        var hour = _isAfternoon switch
        {
            true when _hour < 12 => _hour + 12,
            false when _hour == 12 => 0,
            _ => _hour,
        };
        var (month, day) = (_month < 0 ? 1 : _month, _day < 0 ? 1 : _day);
        if (_dayOfYear >= 0)
        {
            if (_dayOfYear < 1 || _dayOfYear > (CivilDate.DaysIn(_year, 2) == 29 ? 366 : 365))
                return null;
            var date = CivilDate.FromDayNumber(new CivilDate(_year, 1, 1).DayNumber + _dayOfYear - 1);
            if ((_month >= 0 && _month != date.Month) || (_day >= 0 && _day != date.Day))
                return null;
            (month, day) = (date.Month, date.Day);
        }

        if (day < 1 || day > CivilDate.DaysIn(_year, month))
            return null;
        var seconds = (new CivilDate(_year, month, day).DayNumber * 86_400) + (hour * 3600) + (_minute * 60) + _second;
        var zone = _zone.Length == 0 && _offset is null or 0 ? "UTC" : _zone;
        return new GoTime(seconds - (_offset ?? 0), _nanoseconds, _offset ?? 0, zone);
    }
}
