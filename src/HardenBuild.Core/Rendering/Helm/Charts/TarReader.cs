using System.Globalization;
using System.Text;
using HardenBuild.Rendering.Helm.Functions.Encodings;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>Reads the members of a tar archive, one after the other.</summary>
/// <remarks>POSIX.1-2017 pax interchange format and ustar, and GNU's long names. Sparse files are refused.</remarks>
internal sealed class TarReader(Stream stream)
{
    private const int BlockBytes = 512;

    /// <summary>Extended headers hold a path or two.</summary>
    private const int MaxHeaderBytes = 1 << 20;

    private readonly byte[] _block = new byte[BlockBytes];
    private string? _longName;
    private long? _longSize;
    private long _unread;
    private int _padding;

    /// <summary>The next member; null at the end of the archive. What was not read of the member before is skipped.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public TarMember? Next()
    {
        for (; ; )
        {
            Skip(_unread + _padding);
            (_unread, _padding) = (0, 0);
            if (!ReadBlock() || IsZero())
                return null;
            RequireChecksum();
            var type = (char)_block[156];
            var name = Name();
            Enter(_longSize is { } size && type is not ('x' or 'g' or 'L' or 'K') ? size : Number(124, 12));
            switch (type)
            {
                case 'x':
                    ReadRecords(ReadHeader());
                    continue;
                case 'g' or 'K':
                    continue;
                case 'L':
                    _longName = Text(ReadHeader());
                    continue;
                default:
                    var member = new TarMember(_longName ?? name, Kind(type), _unread);
                    (_longName, _longSize) = (null, null);
                    return member;
            }
        }
    }

    /// <summary>The content of the current member.</summary>
    /// <exception cref="InvalidDataException">The archive ends before the member does.</exception>
    public byte[] ReadContent()
    {
        var content = new byte[_unread];
        Fill(content, content.Length);
        _unread = 0;
        return content;
    }

    private static TarMemberKind Kind(char type) => type switch
    {
        '\0' or '0' or '7' => TarMemberKind.File,
        '5' => TarMemberKind.Folder,
        '1' or '2' => TarMemberKind.Link,
        _ => TarMemberKind.Other,
    };

    private void Enter(long size)
    {
        if (size < 0)
            throw new InvalidDataException("archive/tar: invalid tar header");
        _unread = size;
        _padding = (int)((BlockBytes - size % BlockBytes) % BlockBytes);
    }

    private byte[] ReadHeader() => _unread <= MaxHeaderBytes ? ReadContent() : throw new InvalidDataException("archive/tar: header field too long");

    private void ReadRecords(byte[] records)
    {
        // Each record is "LENGTH KEY=VALUE\n", its length in decimal and including itself.
        for (var start = 0; start < records.Length;)
        {
            var blank = Array.IndexOf(records, (byte)' ', start);
            if (blank < 0 || !int.TryParse(Encoding.ASCII.GetString(records, start, blank - start), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length <= blank - start || length > records.Length - start)
            {
                throw new InvalidDataException("archive/tar: invalid tar header");
            }

            var record = Encoding.UTF8.GetString(records, blank + 1, start + length - blank - 2);
            var equals = record.IndexOf('=');
            var (key, value) = equals < 0 ? (record, "") : (record.Substring(0, equals), record.Substring(equals + 1));
            if (key == "path")
                _longName = value;
            else if (key == "size" && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
                _longSize = size;
            else if (key.StartsWith("GNU.sparse.", StringComparison.Ordinal))
                throw new InvalidDataException("archive/tar: sparse files are not read");
            start += length;
        }
    }

    private string Name()
    {
        var name = Text(_block.AsSpan(0, 100).ToArray());
        var isUstar = _block[257] == 'u' && _block[258] == 's' && _block[259] == 't' && _block[260] == 'a' && _block[261] == 'r' && _block[262] == 0;
        var prefix = isUstar ? Text(_block.AsSpan(345, 155).ToArray()) : "";
        return prefix.Length == 0 ? name : prefix + "/" + name;
    }

    private static string Text(byte[] field)
    {
        var end = Array.IndexOf(field, (byte)0);
        return GoBytes.ToText(end < 0 ? field : field.AsSpan(0, end).ToArray());
    }

    private long Number(int start, int length)
    {
        // GNU writes large numbers in base 256 with the first bit set.
        if ((_block[start] & 0x80) != 0)
        {
            long large = _block[start] & 0x7F;
            for (var i = 1; i < length; i++)
            {
                if (large >> 47 != 0)
                    return -1;
                large = (large << 8) | _block[start + i];
            }

            return large;
        }

        long number = 0;
        foreach (var c in _block.AsSpan(start, length))
        {
            if (c is >= (byte)'0' and <= (byte)'7')
                number = number * 8 + (c - '0');
            else if (c is not ((byte)' ' or 0))
                return -1;
        }

        return number;
    }

    private void RequireChecksum()
    {
        var sum = 0;
        for (var i = 0; i < BlockBytes; i++)
            sum += i is >= 148 and < 156 ? ' ' : _block[i];
        if (sum != Number(148, 8))
            throw new InvalidDataException("archive/tar: invalid tar header");
    }

    private bool IsZero()
    {
        foreach (var b in _block)
        {
            if (b != 0)
                return false;
        }

        return true;
    }

    private bool ReadBlock()
    {
        var read = stream.Read(_block, 0, 1);
        if (read == 0)
            return false;
        Fill(_block, BlockBytes, filled: 1);
        return true;
    }

    private void Skip(long count)
    {
        while (count > 0)
        {
            var part = (int)Math.Min(count, BlockBytes);
            Fill(_block, part);
            count -= part;
        }
    }

    private void Fill(byte[] buffer, int end, int filled = 0)
    {
        while (filled < end)
        {
            var count = stream.Read(buffer, filled, end - filled);
            if (count == 0)
                throw new InvalidDataException("unexpected EOF");
            filled += count;
        }
    }
}
