using System.IO.Compression;
using HardenBuild.Model.Docker.Context;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>Reads the files of a packaged chart, a gzip-compressed tar archive. Nothing is unpacked to the disk.</summary>
/// <remarks>Refuses what Helm refuses (pkg/chart/loader/archive), and links and devices too.</remarks>
internal static class ChartArchive
{
    /// <summary>The files with names relative to the chart's folder.</summary>
    /// <param name="path">The archive, relative to the repository root.</param>
    /// <param name="room">How many bytes the files may have.</param>
    /// <exception cref="InvalidDataException">The archive is damaged, too large, or holds what it must not; the message is Helm's where Helm has one.</exception>
    public static List<ChartFile> Read(string path, byte[] archive, int room)
    {
        if (archive is not [0x1F, 0x8B, ..])
            throw new InvalidDataException($"file '{path}' does not appear to be a gzipped archive");
        List<ChartFile> files = [];
        using var memory = new MemoryStream(archive, writable: false);
        using var gzip = new GZipStream(memory, CompressionMode.Decompress);
        using var limited = new LimitedStream(gzip, room + 2L * ChartLimits.Files * 1024);
        var tar = new TarReader(limited);
        while (tar.Next() is { } member)
        {
            if (member.Kind == TarMemberKind.Folder)
                continue;
            if (member.Kind != TarMemberKind.File)
                throw new InvalidDataException($"'{member.Name}' is a link or a device; charts hold files and folders only");
            var name = NameInChart(member.Name);
            if (member.Size > ChartLimits.FileBytes)
                throw new InvalidDataException($"decompressed chart file \"{member.Name}\" is larger than the maximum file size {ChartLimits.FileBytes}");
            room -= (int)member.Size;
            if (room < 0)
                throw new InvalidDataException($"decompressed chart is larger than the maximum size {ChartLimits.ChartBytes}");
            if (files.Count == ChartLimits.Files)
                throw new InvalidDataException($"the archive has more than {ChartLimits.Files} files");
            files.Add(new ChartFile(name, path + "!/" + member.Name, tar.ReadContent()));
        }

        return files.Count > 0 ? files : throw new InvalidDataException("no files in chart archive");
    }

    /// <summary>Leaves out the folder that every member of a package is in, whatever it is called.</summary>
    private static string NameInChart(string member)
    {
        // Archives made on Windows may use backslashes.
        var path = member.Contains('\\') ? member.Replace('\\', '/') : member;
        var slash = path.IndexOf('/');
        var first = slash < 0 ? path : path.Substring(0, slash);
        var rest = slash < 0 ? "" : path.Substring(slash + 1);
        if (rest is ['/', ..] || path is ['/', ..])
            throw new InvalidDataException("chart illegally contains absolute paths");
        var name = CleanPath.Of(rest);
        if (name == ".")
        {
            throw new InvalidDataException(first == "Chart.yaml"
                ? "chart yaml not in base directory"
                : $"chart illegally contains content outside the base directory: \"{member}\"");
        }

        if (name.StartsWith("..", StringComparison.Ordinal) || first == "..")
            throw new InvalidDataException("chart illegally references parent directory");
        return name.Length > 2 && name[1] == ':' && name[2] == '/' && char.IsLetter(name[0])
            ? throw new InvalidDataException("chart contains illegally named files")
            : name;
    }
}
