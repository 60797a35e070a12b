using HardenBuild.Rules;
using HardenBuild.Sarif.Tests;
using HardenBuild.Scanning;
using HardenBuild.Tool.Commands;
using HardenBuild.Tool.Reports;

namespace HardenBuild.Tool.Tests.Commands;

public sealed class ScanRunTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("hardenbuild-").FullName;

    [Theory]
    [InlineData(RuleSeverity.Error, RuleSeverity.Error, 1)]
    [InlineData(RuleSeverity.Warning, RuleSeverity.Error, 0)]
    [InlineData(RuleSeverity.Warning, RuleSeverity.Warning, 1)]
    [InlineData(RuleSeverity.Suggestion, RuleSeverity.Warning, 0)]
    [InlineData(RuleSeverity.Suggestion, RuleSeverity.Suggestion, 1)]
    [InlineData(RuleSeverity.Silent, RuleSeverity.Suggestion, 0)]
    [InlineData(RuleSeverity.Error, null, 0)]
    public void Exit_code_is_one_at_or_above_the_threshold(RuleSeverity severity, RuleSeverity? threshold, int expected) =>
        Assert.Equal(expected, Finish(Sample.Result(Sample.Reported("m", severity)), threshold));

    [Fact]
    public void Suppressed_findings_do_not_count() => Assert.Equal(0, Finish(Sample.Result(Sample.Reported("m", suppressedBy: ""))));

    [Fact]
    public void A_path_that_cannot_be_read_is_two_even_with_findings()
    {
        Assert.Equal(2, Finish(Sample.Result(Sample.Reported("m")) with { PathErrors = ["'x' does not exist"] }));
        Assert.Contains("error: 'x' does not exist", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_scanned_is_said_and_is_two_only_when_files_are_required()
    {
        Assert.Equal(0, Finish(Sample.Result()));
        Assert.Contains("NOTHING WAS SCANNED", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, Finish(Sample.Result(), requireFiles: true));
    }

    [Fact]
    public void Standard_output_has_the_report_only()
    {
        Finish(Sample.Result() with { TemplatesNotRendered = 2, PathErrors = ["gone"] });

        Assert.Equal("No findings in 0 files, 2 chart templates not rendered\n", _output.ToString());
        Assert.Contains("2 chart templates not rendered and not checked", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_reports_are_written_at_once()
    {
        var run = new ScanRun(Options(), [new("text", null), new("sarif", "a.sarif"), new("json", "b/c.json")], RuleSeverity.Warning);

        run.Finish(Sample.Result(Sample.Reported("m")), Terminal(), CancellationToken.None);

        Assert.Contains("warning HB1999 m", _output.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("{", File.ReadAllText(Path.Combine(_folder, "a.sarif")), StringComparison.Ordinal);
        Assert.StartsWith("{", File.ReadAllText(Path.Combine(_folder, "b", "c.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_leaves_no_report()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var run = new ScanRun(Options(), [new("sarif", "a.sarif")], RuleSeverity.Warning);

        Assert.ThrowsAny<OperationCanceledException>(() => run.Finish(Sample.Result(), Terminal(), cancellation.Token));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private int Finish(ScanResult result, RuleSeverity? threshold = RuleSeverity.Warning, bool requireFiles = false) =>
        new ScanRun(Options(), [new ReportTarget("text", null)], threshold) { RequireFiles = requireFiles }
            .Finish(result, Terminal(), CancellationToken.None);

    private ScanOptions Options() => new() { Paths = [_folder] };

    private Terminal Terminal() => new(_output, _error, _folder);
}
