using System.Formats.Tar;
using System.Text;
using HardenBuild.Rendering.Helm.Charts;

namespace HardenBuild.Core.Tests.Rendering.Helm.Charts;

public sealed class HostileChartTests
{
    private const string Metadata = "apiVersion: v2\nname: db\nversion: 1.0.0\n";

    [Theory]
    [InlineData("db/../../etc/passwd", "chart illegally references parent directory")]
    [InlineData("../db/a", "chart illegally references parent directory")]
    [InlineData("db//etc/passwd", "chart illegally contains absolute paths")]
    [InlineData("/etc/passwd", "chart illegally contains absolute paths")]
    [InlineData("db\\..\\..\\a", "chart illegally references parent directory")]
    [InlineData("db/C:/Windows/a", "chart contains illegally named files")]
    [InlineData("stray", "chart illegally contains content outside the base directory: \"stray\"")]
    [InlineData("Chart.yaml", "chart yaml not in base directory")]
    public void Refuses_members_outside_of_the_chart(string name, string message)
    {
        var loaded = Load(ChartFiles.Package(("db/Chart.yaml", Metadata), (name, "x")));

        Assert.Equal(message, Assert.Single(loaded.Errors).Message);
        Assert.Null(loaded.Chart);
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.CharacterDevice)]
    [InlineData(TarEntryType.Fifo)]
    public void Refuses_links_and_devices(TarEntryType type)
    {
        var loaded = Load(ChartFiles.Pack(tar =>
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "db/Chart.yaml") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(Metadata)) });
            var entry = new PaxTarEntry(type, "db/templates/a.yaml");
            if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
                entry.LinkName = "/etc/passwd";
            tar.WriteEntry(entry);
        }));

        Assert.Equal("'db/templates/a.yaml' is a link or a device; charts hold files and folders only", Assert.Single(loaded.Errors).Message);
    }

    [Fact]
    public void Refuses_a_member_larger_than_Helm_takes()
    {
        var loaded = Load(ChartFiles.Package(("db/Chart.yaml", Metadata), ("db/big.txt", new string('a', ChartLimits.FileBytes + 1))));

        Assert.Equal("decompressed chart file \"db/big.txt\" is larger than the maximum file size 5242880", Assert.Single(loaded.Errors).Message);
    }

    [Fact]
    public void Refuses_a_package_that_unpacks_to_more_than_a_chart_may_have()
    {
        var text = new string('a', ChartLimits.FileBytes);
        var loaded = Load(ChartFiles.Package([("db/Chart.yaml", Metadata), .. Enumerable.Range(0, 21).Select(i => ($"db/{i}.txt", text))]));

        Assert.Equal("decompressed chart is larger than the maximum size 104857600", Assert.Single(loaded.Errors).Message);
    }

    [Fact]
    public void Refuses_a_package_with_too_many_files()
    {
        var loaded = Load(ChartFiles.Package([("db/Chart.yaml", Metadata), .. Enumerable.Range(0, ChartLimits.Files).Select(i => ($"db/{i}", ""))]));

        Assert.Equal($"the archive has more than {ChartLimits.Files} files", Assert.Single(loaded.Errors).Message);
    }

    [Fact]
    public void A_package_that_was_cut_off_is_an_error_or_lacks_its_end()
    {
        var package = ChartFiles.Package(("db/Chart.yaml", Metadata), ("db/values.yaml", "a: 1\n"));

        for (var length = 0; length < package.Length; length += 7)
        {
            var loaded = Load(package[..length]);
            Assert.Equal(loaded.Chart is null, !loaded.Errors.IsEmpty);
        }
    }

    [Fact]
    public void A_package_of_changed_bytes_never_throws()
    {
        var package = ChartFiles.Package(("db/Chart.yaml", Metadata), ("db/values.yaml", "a: 1\n"));
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var copy = (byte[])package.Clone();
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
            Assert.NotNull(Load(copy));
        }
    }

    [Fact]
    public void What_is_no_package_says_so() =>
        Assert.Equal("file 'db.tgz' does not appear to be a gzipped archive", Assert.Single(Load("hello"u8.ToArray()).Errors).Message);

    [Fact]
    public void Packages_inside_of_packages_end()
    {
        var package = ChartFiles.Package(("db/Chart.yaml", Metadata));
        for (var depth = 0; depth <= ChartLimits.ChartDepth; depth++)
        {
            var inner = package;
            package = ChartFiles.Pack(tar =>
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "db/Chart.yaml") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(Metadata)) });
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "db/charts/db.tgz") { DataStream = new MemoryStream(inner) });
            });
        }

        Assert.Equal(ChartErrorKind.Limit, Assert.Single(Load(package).Errors).Kind);
    }

    [Fact]
    public void Long_names_of_members_are_read()
    {
        var name = "db/" + string.Join('/', Enumerable.Repeat("a-rather-long-folder-name", 12)) + "/ünïcode.txt";
        foreach (var format in new[] { TarEntryFormat.Pax, TarEntryFormat.Gnu })
        {
            var loaded = Load(ChartFiles.Pack(tar =>
            {
                Write(tar, format, "db/Chart.yaml", Metadata);
                Write(tar, format, name, "x");
            }));

            Assert.Empty(loaded.Errors);
            Assert.Equal(name["db/".Length..], Assert.Single(loaded.Chart!.Files).Name);
        }
    }

    [Fact]
    public void Folders_without_end_are_an_error()
    {
        var loaded = new ChartLoader(ChartFiles.Web((string.Join('/', Enumerable.Repeat("d", ChartLimits.FolderDepth + 2)) + "/a", "x"))).Load("web");

        Assert.Contains("folders inside each other", Assert.Single(loaded.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_without_number_are_an_error()
    {
        var loaded = new ChartLoader(ChartFiles.Web([.. Enumerable.Range(0, ChartLimits.Folders).Select(i => ($"d{i}/a", "x"))])).Load("web");

        Assert.Contains("more than 2000 folders", Assert.Single(loaded.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_larger_than_Helm_takes_is_an_error()
    {
        var loaded = new ChartLoader(ChartFiles.Web(("templates/a.yaml", new string('a', ChartLimits.FileBytes + 1)))).Load("web");

        Assert.Contains("larger than the maximum file size", Assert.Single(loaded.Errors).Message, StringComparison.Ordinal);
        Assert.NotNull(loaded.Chart);
    }

    private static void Write(TarWriter tar, TarEntryFormat format, string name, string text)
    {
        TarEntry entry = format == TarEntryFormat.Gnu ? new GnuTarEntry(TarEntryType.RegularFile, name) : new PaxTarEntry(TarEntryType.RegularFile, name);
        entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        tar.WriteEntry(entry);
    }

    private static LoadedChart Load(byte[] package) => new ChartLoader(ChartFiles.Of().With("db.tgz", package)).Load("db.tgz");
}
