using HardenBuild.Text;

namespace HardenBuild.Syntax.Yaml;

/// <summary>A part of a string without a copy: reading resumes after an error, or reads YAML inside of YAML.</summary>
/// <remarks>Leaves out the blanks of <see cref="BlockScalarBlanks"/>, so that marks of the reader are turned into offsets by <see cref="Offset"/>.</remarks>
internal sealed class SegmentReader : TextReader
{
    private readonly string _text;
    private readonly int _start;
    private readonly int _end;
    private readonly TextSpan[] _blanks;

    // For each blank its place in the text that is read, and how much is left out up to its end.
    private readonly int[] _places;
    private readonly int[] _leftOut;
    private int _position;
    private int _nextBlank;

    public SegmentReader(string text, int start, int end)
    {
        _text = text;
        _start = start;
        _end = end;
        _position = start;
        _blanks = BlockScalarBlanks.Find(text, start, end);
        _places = new int[_blanks.Length];
        _leftOut = new int[_blanks.Length];
        var leftOut = 0;
        for (var i = 0; i < _blanks.Length; i++)
        {
            _places[i] = _blanks[i].Start - leftOut;
            _leftOut[i] = leftOut += _blanks[i].Length;
        }

        SkipBlank();
    }

    /// <summary>The offset in the text of a mark: of the number of characters that were read before it.</summary>
    public int Offset(long mark)
    {
        var place = (int)Math.Min(_text.Length, _start + mark);
        if (_places.Length == 0)
            return place;
        var index = Array.BinarySearch(_places, place);
        if (index < 0)
            index = ~index - 1;
        return index < 0 ? place : Math.Min(_text.Length, place + _leftOut[index]);
    }

    public override int Peek() => _position < _end ? _text[_position] : -1;

    public override int Read()
    {
        if (_position >= _end)
            return -1;
        var c = _text[_position++];
        SkipBlank();
        return c;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        var stop = _nextBlank < _blanks.Length ? _blanks[_nextBlank].Start : _end;
        var read = Math.Min(count, stop - _position);
        _text.CopyTo(_position, buffer, index, read);
        _position += read;
        SkipBlank();
        return read;
    }

    private void SkipBlank()
    {
        if (_nextBlank < _blanks.Length && _position == _blanks[_nextBlank].Start)
            _position = _blanks[_nextBlank++].End;
    }
}
