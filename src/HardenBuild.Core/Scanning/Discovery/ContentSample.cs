using System.Text;

namespace HardenBuild.Scanning.Discovery;

/// <summary>The bytes that decide a file's format, as UTF-8.</summary>
internal static class ContentSample
{
    private const int FirstPart = 1 << 20;

    /// <summary>The whole file, or its first part when it is larger than any input may be; empty when it cannot be read.</summary>
    public static ReadOnlySpan<byte> Read(string path)
    {
        try
        {
            // Pipes and devices have length 0 and are never opened: opening a pipe waits for its writer.
            if (new FileInfo(path).Length == 0)
                return default;
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            var length = stream.Length;
            var bytes = new byte[length > SourceReader.DefaultMaxBytes ? FirstPart : (int)length];
            return Decode(bytes.AsSpan(0, Fill(stream, bytes)));
        }
        catch (Exception e) when (Platform.IsFileSystemFailure(e))
        {
            return default;
        }
    }

    private static int Fill(FileStream stream, byte[] bytes)
    {
        var read = 0;
        while (read < bytes.Length && stream.Read(bytes, read, bytes.Length - read) is > 0 and var count)
            read += count;
        return read;
    }

    private static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF)
            return bytes.Slice(3);
        if (bytes.Length < 2 || bytes[0] < 0xFE || bytes[1] < 0xFE || bytes[0] == bytes[1])
            return bytes;
        var utf16 = bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        return Encoding.UTF8.GetBytes(utf16.GetString(bytes.Slice(2).ToArray()));
    }
}
