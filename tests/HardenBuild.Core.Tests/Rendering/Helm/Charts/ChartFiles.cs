using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Rendering.Helm.Charts;

/// <summary>A repository of the files that a test names, packages among them.</summary>
internal sealed class ChartFiles : RepositoryFiles
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>The paths whose bytes were asked for.</summary>
    public List<string> Asked { get; } = [];

    public static ChartFiles Of(params (string Path, string Text)[] files)
    {
        var repository = new ChartFiles();
        foreach (var (path, text) in files)
            repository._files[path] = Encoding.UTF8.GetBytes(text);
        return repository;
    }

    /// <summary>A chart in the folder <c>web</c>.</summary>
    public static ChartFiles Web(params (string Path, string Text)[] files) =>
        Of([("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n"), .. files.Select(static file => ("web/" + file.Path, file.Text))]);

    public ChartFiles With(string path, byte[] bytes)
    {
        _files[path] = bytes;
        return this;
    }

    public ChartFiles With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public static byte[] Package(params (string Name, string Text)[] members) => Pack(tar =>
    {
        foreach (var (name, text) in members)
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
    });

    public static byte[] Pack(Action<TarWriter> write)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
            write(tar);
        return packed.ToArray();
    }

    public override bool IsIgnored(string path) => false;

    protected override IReadOnlyDictionary<string, bool>? ListFolder(string folder)
    {
        var entries = new Dictionary<string, bool>(StringComparer.Ordinal);
        var prefix = folder.Length == 0 ? "" : folder + "/";
        foreach (var path in _files.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var rest = path[prefix.Length..];
            var slash = rest.IndexOf('/', StringComparison.Ordinal);
            entries[slash < 0 ? rest : rest[..slash]] = slash >= 0;
        }

        return entries.Count == 0 && folder.Length > 0 ? null : entries;
    }

    protected override SourceText? ReadText(string path) => SourceText.From(path, Encoding.UTF8.GetString(_files[path]));

    protected override byte[]? ReadContent(string path, int maxBytes)
    {
        Asked.Add(path);
        return _files[path].Length > maxBytes ? null : _files[path];
    }
}
