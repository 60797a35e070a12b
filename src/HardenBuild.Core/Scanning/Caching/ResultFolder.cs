using System.Diagnostics.CodeAnalysis;
using System.Text;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Scanning.Caching;

/// <summary>The last result, in a folder: for the next process. One file of at most <see cref="MaxBytes"/>.</summary>
/// <remarks>What cannot be read, is cut off, altered or written by another version is no result; what cannot be written is not kept.</remarks>
public sealed class ResultFolder
{
    internal const string FileName = "last-scan.bin";

    internal const int MaxBytes = 4 * 1024 * 1024;

    private readonly string _folder;

    private ResultFolder(string folder) => _folder = folder;

    private string File => Path.Combine(_folder, FileName);

    /// <summary>Opens a folder and makes it when it is missing, before a scan lists the folder that it lies in; null when it cannot be made.</summary>
    /// <param name="folder">Absolute path. The folder hides itself from version control.</param>
    public static ResultFolder? TryOpen(string folder)
    {
        try
        {
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                System.IO.File.WriteAllText(Path.Combine(folder, ".gitignore"), "*\n");
            }

            return new ResultFolder(folder);
        }
        catch (Exception e) when (Platform.IsFileSystemFailure(e))
        {
            return null;
        }
    }

    /// <summary>The result of an earlier scan with the same key, if the disk still answers what the rules asked then; else null.</summary>
    internal KeptResult? Find(string key, ScanInputs inputs, RepositoryFiles files) =>
        Read() is { } bytes && TryVerify(bytes, out var payload) ? ResultReader.TryRead(payload, key, inputs, files) : null;

    /// <summary>Writes a whole result or nothing, in place of the last.</summary>
    internal void Add(KeptResult kept)
    {
        var temporary = File + "." + Path.GetRandomFileName();
        try
        {
            var payload = ResultWriter.Write(kept);
            if (payload.Length > MaxBytes - ContentHash.Length)
                return;
            using (var stream = new FileStream(temporary, FileMode.CreateNew))
            {
                stream.Write(Encoding.ASCII.GetBytes(ContentHash.Of(payload)), 0, ContentHash.Length);
                stream.Write(payload, 0, payload.Length);
            }

            if (System.IO.File.Exists(File))
                System.IO.File.Replace(temporary, File, destinationBackupFileName: null);
            else
                System.IO.File.Move(temporary, File);
        }
        catch (Exception e) when (Platform.IsFileSystemFailure(e))
        {
            Delete(temporary);
        }
    }

    private static void Delete(string path)
    {
        try
        {
            System.IO.File.Delete(path);
        }
        catch (Exception e) when (Platform.IsFileSystemFailure(e))
        {
            // Another process holds it, or the disk is gone.
        }
    }

    private byte[]? Read()
    {
        try
        {
            using var stream = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            if (stream.Length is < ContentHash.Length or > MaxBytes)
                return null;
            var bytes = new byte[(int)stream.Length];
            var read = 0;
            while (read < bytes.Length && stream.Read(bytes, read, bytes.Length - read) is > 0 and var count)
                read += count;
            return read == bytes.Length ? bytes : null;
        }
        catch (Exception e) when (Platform.IsFileSystemFailure(e))
        {
            return null;
        }
    }

    private static bool TryVerify(byte[] bytes, [NotNullWhen(true)] out byte[]? payload)
    {
        payload = bytes.AsSpan(ContentHash.Length).ToArray();
        return Encoding.ASCII.GetString(bytes, 0, ContentHash.Length) == ContentHash.Of(payload);
    }
}
