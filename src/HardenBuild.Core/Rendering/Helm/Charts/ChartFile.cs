using System.Text;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Rendering.Helm.Functions.Encodings;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>A file of a chart, read when first asked for.</summary>
internal sealed class ChartFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly RepositoryFiles? _files;
    private byte[]? _bytes;
    private SourceText? _source;

    /// <summary>A file in a folder of the repository.</summary>
    public ChartFile(string name, string path, RepositoryFiles files)
    {
        Name = name;
        Path = path;
        _files = files;
    }

    /// <summary>A file of which the bytes are known: a member of an archive.</summary>
    public ChartFile(string name, string path, byte[] bytes)
    {
        Name = name;
        Path = path;
        _bytes = WithoutMark(bytes);
    }

    private ChartFile(string name, ChartFile file)
    {
        Name = name;
        Path = file.Path;
        _files = file._files;
        _bytes = file._bytes;
    }

    /// <summary>Relative to the chart's folder, with forward slashes.</summary>
    public string Name { get; }

    /// <summary>Relative to the repository root; for a member of an archive the archive's path, <c>!/</c> and the member's name.</summary>
    public string Path { get; }

    /// <summary>Whether the file is packed in an archive, so that nobody can edit it where it stands.</summary>
    public bool IsPacked => _files is null;

    /// <summary>The content; a byte-order mark is left out, as Helm does.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read or is too large.</exception>
    public byte[] Bytes => _bytes ??= WithoutMark(_files!.ReadBytes(Path, ChartLimits.FileBytes) ?? throw new InvalidDataException(
        $"chart file \"{Name}\" cannot be read, leads out of the repository, or is larger than the maximum file size {ChartLimits.FileBytes}"));

    /// <summary>The file as text; bytes that are not UTF-8 stay apart as <see cref="GoBytes"/> says.</summary>
    /// <exception cref="InvalidDataException">As for <see cref="Bytes"/>.</exception>
    public SourceText Source => _source ??= SourceText.From(Path, Decode(Bytes));

    /// <summary>The same file with its name relative to another folder: that of a subchart.</summary>
    public ChartFile Renamed(string name) => new(name, this);

    public override string ToString() => Path;

    private static string Decode(byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return GoBytes.ToText(bytes);
        }
    }

    private static byte[] WithoutMark(byte[] bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3).ToArray() : bytes;
}
