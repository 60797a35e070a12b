using System.Globalization;
using HardenBuild.Text;

namespace HardenBuild.Reporting;

/// <summary>GitHub's <c>primaryLocationLineHash</c> of every line of a text: what keeps an alert the same alert when lines above it move.</summary>
/// <remarks>
/// A line's hash covers the 100 UTF-16 units from its start that are neither space nor tab, with every line break as LF and the text followed by
/// U+FFFF and zeros: the polynomial of base 37 modulo 2^64. It is written in hexadecimal, then the number of equal hashes up to that line.
/// Values must equal those of github/codeql-action (src/fingerprints.ts), which computes them where a log has none.
/// </remarks>
public sealed class LineHashes
{
    private const int Window = 100;
    private const ulong Base = 37;
    private const char EndMarker = '\uffff';
    private const int NoLine = -1;

    // Base^Window: the weight at which a unit leaves the window.
    private static readonly ulong LeavingWeight = Power();

    private readonly ulong[] _hashes;
    private readonly int[] _occurrences;

    public LineHashes(SourceText source)
    {
        _hashes = new ulong[source.LineCount];
        _occurrences = new int[source.LineCount];
        HashLines(source);
        CountOccurrences();
    }

    /// <summary>The hash of a line, zero-based.</summary>
    public string this[int line] => _hashes[line].ToString("x", CultureInfo.InvariantCulture) + ":" + _occurrences[line].ToString(CultureInfo.InvariantCulture);

    private static ulong Power()
    {
        var power = 1UL;
        for (var i = 0; i < Window; i++)
            power = unchecked(power * Base);
        return power;
    }

    private void HashLines(SourceText source)
    {
        var rolling = new RollingHash(_hashes);
        var afterCarriageReturn = false;
        // The mark is a unit of the file like any other, though it is no part of the decoded text.
        if (source.HadByteOrderMark)
            rolling.Push('\ufeff');
        foreach (var c in source.Content)
        {
            if (c is not (' ' or '\t') && !(c == '\n' && afterCarriageReturn))
                rolling.Push(c == '\r' ? '\n' : c);
            afterCarriageReturn = c == '\r';
        }

        rolling.Push(EndMarker);
        for (var i = 0; i < Window; i++)
            rolling.Push('\0');
    }

    private void CountOccurrences()
    {
        var seen = new Dictionary<ulong, int>();
        for (var line = 0; line < _hashes.Length; line++)
        {
            seen.TryGetValue(_hashes[line], out var count);
            seen[_hashes[line]] = _occurrences[line] = count + 1;
        }
    }

    private struct RollingHash
    {
        private readonly ulong[] _hashes;
        private readonly char[] _units = new char[Window];
        // The line that starts at the unit in the same place of the window.
        private readonly int[] _lines = new int[Window];
        private int _index;
        private int _line;
        private ulong _hash;
        private bool _startsLine = true;

        public RollingHash(ulong[] hashes)
        {
            _hashes = hashes;
            for (var i = 0; i < Window; i++)
                _lines[i] = NoLine;
        }

        public void Push(char unit)
        {
            var leaving = _units[_index];
            if (_lines[_index] != NoLine)
                _hashes[_lines[_index]] = _hash;

            // The zeros after the end marker belong to no line.
            _lines[_index] = _startsLine && _line < _hashes.Length ? _line++ : NoLine;
            _startsLine = unit == '\n';
            _units[_index] = unit;
            _hash = unchecked((_hash * Base) + unit - (LeavingWeight * leaving));
            _index = (_index + 1) % Window;
        }
    }
}
