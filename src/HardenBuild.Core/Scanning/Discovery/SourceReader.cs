using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Discovery;

/// <summary>Reads an input as text.</summary>
/// <remarks>UTF-8 with or without a byte-order mark, UTF-16 with one. Anything else is not text.</remarks>
internal static class SourceReader
{
    /// <summary>No file written by people is larger: 10 MiB.</summary>
    public const int DefaultMaxBytes = 10 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <summary>The file's text, or null and the reason.</summary>
    /// <param name="maxBytes">Size above which a file is not read.</param>
    public static SourceText? Read(InputFile file, out SourceReadFailure? failure, int maxBytes = DefaultMaxBytes)
    {
        try
        {
            failure = null;
            if (ReadBytes(file.FullPath, maxBytes, ref failure) is not { } bytes)
                return null;
            var text = Decode(bytes);
            if (text.IndexOf('\0') < 0)
                return SourceText.From(file.RelativePath, text);
            failure = new SourceReadFailure(IsTooLarge: false, "it is a binary file");
        }
        catch (DecoderFallbackException)
        {
            failure = new SourceReadFailure(IsTooLarge: false, "it is a binary file, or text in an encoding other than UTF-8 and UTF-16");
        }
        catch (Exception e) when (Platform.IsFileSystemFailure(e))
        {
            failure = new SourceReadFailure(IsTooLarge: false, Explain(e));
        }

        return null;
    }

    /// <summary>The file's bytes; null when it cannot be read, is too large, or is a symbolic link out of a folder.</summary>
    /// <param name="within">The folder, without symbolic links on the way to it.</param>
    public static byte[]? ReadBytes(string path, string within, int maxBytes)
    {
        try
        {
            SourceReadFailure? failure = null;
            if (SymbolicLink.TargetOf(new FileInfo(path)) is not null && (RealPath.Resolve(path) is not { } real || RelativePath.Below(within, real) is null))
                return null;
            return ReadBytes(path, maxBytes, ref failure);
        }
        catch (Exception e) when (Platform.IsFileSystemFailure(e))
        {
            return null;
        }
    }

    /// <summary>Why a path cannot be opened; null when it can.</summary>
    public static string? WhyUnreadable(string path)
    {
        try
        {
            if (new FileInfo(path).Length > 0)
                Open(path).Dispose();
            return null;
        }
        catch (Exception e) when (Platform.IsFileSystemFailure(e))
        {
            return Explain(e);
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);

    private static byte[]? ReadBytes(string path, int maxBytes, ref SourceReadFailure? failure)
    {
        if (Directory.Exists(path))
        {
            failure = new SourceReadFailure(IsTooLarge: false, "it is a folder");
            return null;
        }

        // Pipes and devices have length 0 and are never opened: opening a pipe waits for its writer.
        var length = new FileInfo(path).Length;
        if (length == 0)
            return [];
        if (length > maxBytes)
        {
            failure = new SourceReadFailure(IsTooLarge: true, $"{length / 1024 / 1024} MiB of text");
            return null;
        }

        using var stream = Open(path);
        var bytes = new byte[(int)length];
        var read = 0;
        while (read < bytes.Length && stream.Read(bytes, read, bytes.Length - read) is > 0 and var count)
            read += count;
        Array.Resize(ref bytes, read);
        return bytes;
    }

    /// <remarks>The byte-order mark stays in the string: <see cref="SourceText"/> strips and remembers it.</remarks>
    private static string Decode(byte[] bytes)
    {
        if (bytes.Length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE)
            return Utf16.GetString(bytes);
        return bytes.Length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF ? Utf16BigEndian.GetString(bytes) : Utf8.GetString(bytes);
    }

    private static string Explain(Exception exception) => exception switch
    {
        UnauthorizedAccessException or System.Security.SecurityException => "permission denied",
        FileNotFoundException or DirectoryNotFoundException => "it does not exist any more",
        _ => "the file system refused to open it",
    };
}
