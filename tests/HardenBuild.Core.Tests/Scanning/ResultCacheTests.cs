using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Scanning.Caching;

namespace HardenBuild.Core.Tests.Scanning;

public sealed class ResultCacheTests : IDisposable
{
    private readonly CachedRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Hands_the_same_result_back_when_nothing_changed() => Assert.Same(_repository.Scan(), _repository.Scan());

    [Fact]
    public void Finds_what_a_scan_without_a_cache_finds() => Assert.Equal(_repository.Report(), CachedRepository.Report(_repository.Scan()));

    [Fact]
    public void Sees_a_text_of_the_same_length_and_time()
    {
        var file = _repository["Dockerfile"];
        var time = File.GetLastWriteTimeUtc(file);
        AssertSeen(() =>
        {
            _repository.Write("Dockerfile", File.ReadAllText(file).Replace("latest", "12.1.1", StringComparison.Ordinal));
            File.SetLastWriteTimeUtc(file, time);
        });
    }

    [Theory]
    [InlineData("api/Dockerfile", "FROM alpine:latest\n")]
    [InlineData(".editorconfig", "[*]\ndotnet_diagnostic.HB1027.severity = error\n")]
    [InlineData("k8s/.editorconfig", "[*]\ndotnet_diagnostic.HB3001.severity = silent\n")]
    [InlineData("../.editorconfig", "[*]\ndotnet_diagnostic.HB1027.severity = error\n")]
    [InlineData("../.globalconfig", "is_global = true\ndotnet_diagnostic.HB1027.severity = error\n")]
    [InlineData(".globalconfig", "is_global = true\ndotnet_diagnostic.HB1027.severity = error\n")]
    [InlineData(".hadolint.yaml", "ignored: [DL3007]\n")]
    [InlineData(".trivyignore", "DS-0002\n")]
    [InlineData(".env", "PRIVILEGED=true\n")]
    [InlineData(".gitignore", "k8s/\n")]
    [InlineData(".dockerignore", "appsettings.json\n")]
    [InlineData("Dockerfile.dockerignore", "appsettings.json\n")]
    public void Sees_a_new_file(string path, string text) => AssertSeen(() => _repository.Write(path, text));

    [Theory]
    [InlineData("Dockerfile", "FROM debian:latest", "FROM debian:latest\nUSER 1000")]
    [InlineData("compose.yaml", "    image", "    network_mode: host\n    image")]
    [InlineData("Web.csproj", "<TargetFramework>", "<PublishSelfContained>x</PublishSelfContained><ContainerUser>root</ContainerUser><TargetFramework>")]
    [InlineData("appsettings.json", "Trusted_Connection=True", "User Id=app;Password=Kx7vPq2wZr9t")]
    public void Sees_a_changed_file(string path, string from, string to) =>
        AssertSeen(() => _repository.Write(path, File.ReadAllText(_repository[path]).Replace(from, to, StringComparison.Ordinal)));

    [Theory]
    [InlineData("k8s/pod.yaml")]
    [InlineData("compose.yaml")]
    [InlineData("Web.csproj")]
    [InlineData("appsettings.json")]
    public void Sees_a_deleted_file(string path)
    {
        _repository.Write("appsettings.json", "{\"ConnectionStrings\": {\"Shop\": \"Server=db;User Id=app;Password=Kx7vPq2wZr9t\"}}\n");
        AssertSeen(() => File.Delete(_repository[path]));
    }

    [Theory]
    [InlineData(".editorconfig", "[*]\ndotnet_diagnostic.HB1027.severity = error\n", "[*]\ndotnet_diagnostic.HB1027.severity = none\n")]
    [InlineData(".env", "PRIVILEGED=true\n", "PRIVILEGED=no\n")]
    [InlineData(".dockerignore", "appsettings.json\n", "bin\n")]
    [InlineData(".gitignore", "k8s/\n", "nuget.config\n")]
    [InlineData(".hadolint.yaml", "ignored: [DL3007]\n", "ignored: [DL3006]\n")]
    public void Sees_a_changed_or_deleted_setting(string path, string before, string after)
    {
        _repository.Write(path, before);
        AssertSeen(() => _repository.Write(path, after));
        AssertSeen(() => _repository.Write(path, before));
        AssertSeen(() => File.Delete(_repository[path]));
    }

    [Fact]
    public void Sees_a_missing_source_become_ignored_by_git()
    {
        _repository.Write("NuGet.config", "<configuration />\n");
        AssertSeen(() => _repository.Write(".gitignore", "nuget.config\n"));
    }

    [Fact]
    public void Sees_letter_case_of_a_file_beside_the_inputs()
    {
        _repository.Write("NuGet.config", "<configuration />\n");
        AssertSeen(() =>
        {
            File.Delete(_repository["NuGet.config"]);
            _repository.Write("nuget.config", "<configuration />\n");
        });
    }

    [Fact]
    public void Sees_a_link_that_breaks()
    {
        _repository.Write("shared/app.yaml", "services: {}\n");
        File.CreateSymbolicLink(_repository["docker-compose.yml"], _repository["shared/app.yaml"]);
        AssertSeen(() => File.Delete(_repository["shared/app.yaml"]));
    }

    [Fact]
    public void Sees_a_changed_option()
    {
        _repository.Write("Dockerfile", "# hardenbuild:disable-file=HB1027 -- test\n" + File.ReadAllText(_repository["Dockerfile"]));
        _repository.Write(".editorconfig", "[*]\ndotnet_diagnostic.HB1034.severity = error\n");
        AssertSeen(options => options with { Mode = RuleMode.Hardened });
        AssertSeen(options => options with { Mode = RuleMode.All });
        AssertSeen(options => options with { Exclude = ["k8s"] });
        AssertSeen(options => options with { Include = ["compose.yaml"] });
        AssertSeen(options => options with { Include = [], Diagnostics = ["HB1034"] });
        AssertSeen(options => options with { Diagnostics = [], UseConfiguration = false });
        AssertSeen(options => options with { UseSuppressions = false });
        AssertSeen(options => options with { Paths = [_repository["Dockerfile"], _repository["none"]] });
    }

    [Fact]
    public void Keeps_the_last_results_only()
    {
        var first = _repository.Scan();
        var tags = Enumerable.Range(1, ResultCache.MaxResults).Select(static number => $"TAG={number}\n").ToList();
        var kept = tags.ConvertAll(Scan);
        Assert.Equal(kept, tags.ConvertAll(Scan));
        File.Delete(_repository[".env"]);
        Assert.NotSame(first, _repository.Scan());

        ScanResult Scan(string variables)
        {
            _repository.Write(".env", variables);
            return _repository.Scan();
        }
    }

    [Fact]
    public void Does_not_keep_what_is_large()
    {
        _repository.Write("large/Dockerfile", "FROM alpine:latest\n" + new string('#', ResultCache.MaxCharacters));
        Assert.NotSame(_repository.Scan(), _repository.Scan());
    }

    [Fact]
    public void Keeps_nothing_of_a_cancelled_scan()
    {
        Assert.Throws<OperationCanceledException>(() => Scanner.Scan(_repository.Options, _repository.Cache, folder: null, new CancellationToken(canceled: true)));
        Assert.Equal(_repository.Report(), CachedRepository.Report(_repository.Scan()));
    }

    [Fact]
    public async Task Serves_many_scans_at_once()
    {
        var expected = _repository.Report();
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(_repository.Scan)));
        Assert.All(results, result => Assert.Equal(expected, CachedRepository.Report(result)));
    }

    private void AssertSeen(Func<ScanOptions, ScanOptions> change) => AssertSeen(() => _repository.Options = change(_repository.Options));

    /// <summary>A change that matters is reported as if there were no cache.</summary>
    private void AssertSeen(Action change)
    {
        var before = _repository.Scan();
        Assert.Same(before, _repository.Scan());
        change();
        var next = CachedRepository.Report(_repository.ScanAsNextProcess());
        var after = CachedRepository.Report(_repository.Scan());
        Assert.Equal(after, next);
        Assert.NotEqual(CachedRepository.Report(before), after);
        Assert.Equal(_repository.Report(), after);
    }
}
