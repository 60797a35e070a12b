using System.Reflection;
using System.Text;
using HardenBuild.Configuration.Baselines;
using HardenBuild.Reporting;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Scanning.Caching;
using HardenBuild.Scanning.Discovery;

namespace HardenBuild.Core.Tests.Scanning;

public sealed class ResultFolderTests : IDisposable
{
    private static readonly DateTime Past = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    private readonly CachedRepository _repository = new();

    public ResultFolderTests()
    {
        // A finding beside the inputs with a related location, one that is silenced, one without a text.
        _repository.Write("appsettings.json", "{\"ConnectionStrings\": {\"Shop\": \"Server=db;User Id=app;Password=Kx7vPq2wZr9t\"}}\n");
        _repository.Write("api/Dockerfile", "# hardenbuild:disable=HB1027 -- grüße\nFROM alpine:latest\n");
        File.CreateSymbolicLink(_repository["docker-compose.yml"], _repository["none"]);
        _repository.Folder = ResultFolder.TryOpen(Folder);
    }

    private string Folder => _repository["obj/hardenbuild"];

    private string Kept => Path.Combine(Folder, ResultFolder.FileName);

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Hands_an_equal_result_to_the_next_process()
    {
        var result = _repository.Scan();
        Assert.Contains(result.Findings, static reported => reported.Finding.Related.Length > 0 && reported.Finding.Location.Source.Path == "appsettings.json");
        Assert.Contains(result.Findings, static reported => reported.SuppressedBy == "grüße");
        Assert.Contains(result.Findings, static reported => reported.Finding.Rule.Id == "HB0001");
        File.SetLastWriteTimeUtc(Kept, Past);

        Assert.Equal(CachedRepository.Report(result), CachedRepository.Report(_repository.ScanAsNextProcess()));
        Assert.Equal(Past, File.GetLastWriteTimeUtc(Kept));
    }

    [Fact]
    public void Is_replaced_when_something_changed()
    {
        _repository.Scan();
        File.SetLastWriteTimeUtc(Kept, Past);
        _repository.Write("appsettings.json", "{}\n");
        Assert.Equal(_repository.Report(), CachedRepository.Report(_repository.ScanAsNextProcess()));
        Assert.NotEqual(Past, File.GetLastWriteTimeUtc(Kept));
    }

    [Fact]
    public void Holds_the_one_file_and_hides_itself_from_git()
    {
        _repository.Scan();
        _repository.Write("Dockerfile", "FROM alpine:3.22\n");
        _repository.Scan();
        Assert.Equal([".gitignore", ResultFolder.FileName], Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("*\n", File.ReadAllText(Path.Combine(Folder, ".gitignore")));
    }

    [Fact]
    public void Holds_no_text_of_a_credential()
    {
        const string Credential = "ghp_Kx7vPq2wZr9tKx7vPq2wZr9tKx7vPq2wZr9t";
        var result = _repository.Scan();
        var reported = result.Findings.First(static reported => reported.Finding.Rule.Id == "HB1027");
        var quoting = reported with { Finding = reported.Finding with { Arguments = [.. reported.Finding.Arguments.Select(static _ => Credential)] } };
        var written = Encoding.UTF8.GetString(ResultWriter.Write(new KeptResult("key", [], result with { Findings = [quoting] })));
        Assert.Contains("HB1027", written, StringComparison.Ordinal);
        Assert.DoesNotContain(Credential, written, StringComparison.Ordinal);
        Assert.DoesNotContain("Kx7vPq2wZr9t", File.ReadAllText(Kept), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_no_result_when_it_is_cut_off_or_altered()
    {
        _repository.Scan();
        var expected = _repository.Report();
        var whole = File.ReadAllBytes(Kept);
        for (var i = 0; i < whole.Length; i += 97)
        {
            File.WriteAllBytes(Kept, whole[..i]);
            Assert.Equal(expected, CachedRepository.Report(_repository.ScanAsNextProcess()));
            var altered = (byte[])whole.Clone();
            altered[i] ^= 0x55;
            File.WriteAllBytes(Kept, altered);
            Assert.Equal(expected, CachedRepository.Report(_repository.ScanAsNextProcess()));
        }
    }

    [Fact]
    public void Survives_hostile_bytes_with_a_good_hash()
    {
        _repository.Scan();
        var payload = File.ReadAllBytes(Kept)[ContentHash.Length..];
        var inputs = ScanInputs.Read(_repository.Options, TestContext.Current.CancellationToken);
        var files = new DiskFiles(inputs.Root);
        var key = ScanKey.Of(inputs);
        Assert.NotNull(ResultReader.TryRead(payload, key, inputs, files));
        for (var i = 0; i < payload.Length; i++)
        {
            var altered = (byte[])payload.Clone();
            foreach (var value in (byte[])[0, 0x7F, 0xFF, (byte)(payload[i] + 1)])
            {
                altered[i] = value;
                // Every location of what is accepted must be in its text.
                if (ResultReader.TryRead(altered, key, inputs, files) is { } read)
                    Assert.All(read.Result.Findings, static reported => Assert.NotNull($"{reported.Finding.Location.Start}{reported.Finding.Location.End}"));
            }
        }
    }

    [Fact]
    public void Is_left_out_where_it_cannot_be_made_or_written()
    {
        _repository.Write("file", "");
        Assert.Null(ResultFolder.TryOpen(_repository["file/hardenbuild"]));
        Directory.CreateDirectory(Kept);
        Assert.Equal(_repository.Report(), CachedRepository.Report(_repository.Scan()));
        Assert.Equal([".gitignore"], Directory.GetFiles(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Keeps_what_the_baseline_holds()
    {
        var finding = _repository.Scan().Findings[0].Finding;
        _repository.Write(Baseline.FileName, $$"""{"version": 1, "findings": [{"fingerprint": "{{FindingFingerprint.Of(finding)}}", "rule": "{{finding.Rule.Id}}", "path": "{{finding.Location.Source.Path}}", "count": 1}]}""");
        var first = _repository.Scan();

        Assert.Contains(first.Findings, static reported => reported.IsInBaseline);
        Assert.Equal(CachedRepository.Report(first), CachedRepository.Report(_repository.ScanAsNextProcess()));
    }

    [Fact]
    public void Does_not_keep_what_is_large()
    {
        _repository.Write("large/Dockerfile", "FROM alpine:latest\n" + new string('#', ResultCache.MaxCharacters));
        _repository.Scan();
        Assert.False(File.Exists(Kept));
    }

    [Fact]
    public void A_scan_that_counts_points_neither_takes_nor_leaves_a_result()
    {
        Assert.Empty(_repository.Scan().Scores);
        File.Delete(Kept);
        _repository.Options = _repository.Options with { ScoreManifests = true };
        Assert.Single(_repository.Scan().Scores);
        Assert.Single(_repository.Scan().Scores);
        Assert.False(File.Exists(Kept));
    }

    /// <summary>Whoever adds a property is told here to write and read it. Scores are counted anew each time.</summary>
    [Theory]
    [InlineData(typeof(ScanResult), "Files, Findings, PathErrors, Root, Scores, TemplatesNotRendered")]
    [InlineData(typeof(ReportedFinding), "Finding, IsInBaseline, Severity, SuppressedBy")]
    [InlineData(typeof(Finding), "Arguments, AtMost, Location, LogicalPath, Related, Rule")]
    [InlineData(typeof(RelatedLocation), "Location, Message")]
    public void Holds_every_property(Type type, string names) => Assert.Equal(
        names,
        string.Join(", ", type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(static property => property.CanWrite).Select(static property => property.Name).Order(StringComparer.Ordinal)));
}
