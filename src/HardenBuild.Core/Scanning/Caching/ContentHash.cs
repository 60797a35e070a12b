using System.Runtime.InteropServices;
using System.Security.Cryptography;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Caching;

/// <summary>The SHA-256 of a sequence of values. Texts carry their lengths, so that two sequences never read the same.</summary>
internal sealed class ContentHash : IDisposable
{
    /// <summary>Characters of a hash: 32 bytes in base 64.</summary>
    public const int Length = 44;

    private readonly SHA256 _algorithm = SHA256.Create();
    private readonly byte[] _buffer = new byte[4096];
    private int _used;

    /// <summary>The hash of a text, whatever its path.</summary>
    public static string Of(SourceText text)
    {
        using var hash = new ContentHash();
        hash.AddFlag(text.HadByteOrderMark);
        hash.Add(text.Content);
        return hash.Finish();
    }

    public static string Of(byte[] bytes) => Convert.ToBase64String(SHA256.HashData(bytes));

    public void Dispose() => _algorithm.Dispose();

    public void Add(string? text)
    {
        Add(text?.Length ?? -1);
        Add(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    public void Add(IReadOnlyCollection<string> texts)
    {
        Add(texts.Count);
        foreach (var text in texts)
            Add(text);
    }

    public void Add(int number)
    {
        Span<int> one = [number];
        Add(MemoryMarshal.AsBytes(one));
    }

    // A method of its own name: an implicit conversion must not choose between a number and a truth.
    public void AddFlag(bool flag) => Add(flag ? 1 : 0);

    /// <summary>The hash of all that was added, in base 64. The object is spent.</summary>
    public string Finish()
    {
        _algorithm.TransformFinalBlock(_buffer, 0, _used);
        return Convert.ToBase64String(_algorithm.Hash!);
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_used == _buffer.Length)
            {
                _algorithm.TransformBlock(_buffer, 0, _used, null, 0);
                _used = 0;
            }

            var count = Math.Min(bytes.Length, _buffer.Length - _used);
            bytes.Slice(0, count).CopyTo(_buffer.AsSpan(_used));
            _used += count;
            bytes = bytes.Slice(count);
        }
    }
}
