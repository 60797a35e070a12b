using System.Text;

namespace HardenBuild.Tool.Reports;

/// <summary>Writes a whole file or none of it.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Calls <paramref name="write"/> and puts what it wrote in place of the file; folders on the way are created.</summary>
    /// <remarks>A device or a pipe (<c>/dev/null</c>, <c>/dev/stdout</c>) is written directly: it cannot be replaced.</remarks>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Action<TextWriter> write)
    {
        if (IsStream(path))
        {
            using var direct = new StreamWriter(new FileStream(path, FileMode.Open, FileAccess.Write), Encoding);
            write(direct);
            return;
        }

        var target = ResolveLink(path);
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, "." + Path.GetFileName(target) + "." + Path.GetRandomFileName());
        try
        {
            using (var writer = new StreamWriter(new FileStream(temporary, FileMode.CreateNew, FileAccess.Write), Encoding))
                write(writer);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            // After the move there is nothing to delete, and deleting nothing is no error.
            File.Delete(temporary);
        }
    }

    private static bool IsStream(string path)
    {
        if (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith(@"\\.\", StringComparison.Ordinal))
            return true;
        if (!File.Exists(path))
            return false;

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write);
        return !stream.CanSeek;
    }

    // Renaming over a symbolic link would replace the link and leave its target as it was.
    private static string ResolveLink(string path) => new FileInfo(path) is { LinkTarget: not null } link
        ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName
        : path;
}
