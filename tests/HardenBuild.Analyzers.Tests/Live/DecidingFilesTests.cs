using HardenBuild.Configuration.Baselines;
using HardenBuild.Reporting;
using HardenBuild.Scanning;

namespace HardenBuild.Analyzers.Tests.Live;

/// <summary>Files that the compiler is handed because they decide about others.</summary>
public sealed class DecidingFilesTests
{
    private const string Privileged = "services:\n  api:\n    image: contoso/api:1.2.3\n    privileged: true\n";
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: api\nspec:\n  containers:\n  - name: api\n    image: contoso/api:1.2.3\n    securityContext:\n      privileged: true\n";

    [Fact]
    public async Task An_override_takes_back_what_its_base_says()
    {
        var project = new LiveProject().With("compose.yaml", Privileged);
        Assert.Contains("HB2001 /repo/compose.yaml", await Found(project));
        project.With("compose.override.yaml", "services:\n  api:\n    privileged: false\n");
        Assert.DoesNotContain(await Found(project), found => found.StartsWith("HB2001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_override_is_reported_where_it_is_written()
    {
        var project = new LiveProject().With("compose.yaml", "services:\n  api:\n    image: contoso/api:1.2.3\n").With("compose.override.yaml", "services:\n  api:\n    privileged: true\n");
        Assert.Contains("HB2001 /repo/compose.override.yaml", await Found(project));
        Assert.DoesNotContain("HB2001 /repo/compose.yaml", await Found(project));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("compose.yaml\n", false)]
    [InlineData("deploy/\n", true)]
    public async Task What_version_control_ignores_is_left_out(string patterns, bool isReported)
    {
        var found = await Found(new LiveProject().With(".gitignore", patterns).With("compose.yaml", Privileged));
        Assert.Equal(isReported, found.Contains("HB2001 /repo/compose.yaml"));
    }

    [Fact]
    public async Task Variables_come_from_the_env_file_unless_it_is_ignored()
    {
        var text = Privileged.Replace("true", "${PRIVILEGED:-true}", StringComparison.Ordinal);
        var project = new LiveProject().With("compose.yaml", text).With(".env", "PRIVILEGED=false\n");
        Assert.DoesNotContain("HB2001 /repo/compose.yaml", await Found(project));
        Assert.Contains("HB2001 /repo/compose.yaml", await Found(project.With(".gitignore", ".env\n")));
    }

    [Fact]
    public async Task Files_of_a_chart_are_left_to_the_build()
    {
        Assert.Contains("HB3001 /repo/deploy/templates/pod.yaml", await Found(new LiveProject().With("deploy/templates/pod.yaml", Pod)));
        Assert.Empty(await Found(new LiveProject().With("deploy/Chart.yaml", "apiVersion: v2\nname: api\nversion: 1.0.0\n").With("deploy/templates/pod.yaml", Pod).With("deploy/values.yaml", "a: b\n")));
    }

    [Fact]
    public async Task Excluded_files_and_unchosen_rules_are_left_out()
    {
        var project = new LiveProject().With("compose.yaml", Privileged).With("dev/compose.yaml", Privileged)
            .WithProperty("_HardenBuildLiveExclude", "none/**|dev/**").WithProperty("_HardenBuildLiveDiagnostics", "HB9999|HB2001");
        Assert.Equal(["HB2001 /repo/compose.yaml"], await Found(project));
    }

    [Fact]
    public async Task What_the_baseline_holds_is_not_shown()
    {
        var folder = Directory.CreateTempSubdirectory("hardenbuild-live-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "compose.yaml"), Privileged, TestContext.Current.CancellationToken);
            var scan = Scanner.Scan(new ScanOptions { Paths = [folder], Root = folder }, TestContext.Current.CancellationToken);
            var entries = scan.Findings.GroupBy(reported => FindingFingerprint.Of(reported.Finding), StringComparer.Ordinal)
                .Select(group => $$"""{"fingerprint": "{{group.Key}}", "rule": "{{group.First().Finding.Rule.Id}}", "path": "compose.yaml", "count": {{group.Count()}}}""");
            await File.WriteAllTextAsync(Path.Combine(folder, Baseline.FileName), $$"""{"version": 1, "findings": [{{string.Join(',', entries)}}]}""", TestContext.Current.CancellationToken);
            Assert.NotEmpty(scan.Findings);
            Assert.Empty(await LiveProject.Of(folder).Analyze());

            await File.AppendAllTextAsync(Path.Combine(folder, "compose.yaml"), "    network_mode: host\n", TestContext.Current.CancellationToken);
            Assert.NotEmpty(await LiveProject.Of(folder).Analyze());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_generated_giant_does_not_make_the_editor_wait() =>
        Assert.Empty(await Found(new LiveProject().With("compose.yaml", Privileged + new string('#', 2_000_000))));

    private static async Task<List<string>> Found(LiveProject project) =>
        [.. (await project.Analyze()).Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.GetLineSpan().Path}").Distinct(StringComparer.Ordinal)];
}
