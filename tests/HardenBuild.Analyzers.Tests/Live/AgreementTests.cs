using System.Reflection;
using HardenBuild.Core.Tests.Text;
using HardenBuild.Rules;
using HardenBuild.Scanning;

namespace HardenBuild.Analyzers.Tests.Live;

/// <summary>The editor says what the scan of the repository says, for every rule that one file decides; task and tool print what that scan found.</summary>
public sealed class AgreementTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hardenbuild-live-").FullName;

    public static TheoryData<string> Rules => [.. RuleCatalog.All.Where(rule => rule.Reach == RuleReach.File && rule.Category != RuleCategory.Tool).Select(rule => rule.Id)];

    public static TheoryData<string, RuleMode> Samples()
    {
        var data = new TheoryData<string, RuleMode>();
        foreach (var sample in Directory.GetDirectories(SampleFolder))
        {
            foreach (var mode in Enum.GetValues<RuleMode>())
                data.Add(Path.GetFileName(sample), mode);
        }

        return data;
    }

    private static string SampleFolder { get; } = Path.Combine(
        typeof(AgreementTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "Repository").Value!,
        "samples");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task On_the_examples_of_every_rule(string id)
    {
        var metadata = RuleCatalog.All.Single(rule => rule.Id == id).Metadata;
        var number = 0;
        foreach (var example in metadata.Violations.Concat(metadata.Fixed))
        {
            var folder = Path.Combine(_folder, $"{id}-{number++}");
            Write(folder, example);
            await Agrees(folder, RuleMode.All);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task On_every_file_of_the_samples(string sample, RuleMode mode)
    {
        Copy(Path.Combine(SampleFolder, sample));
        var count = await Agrees(_folder, mode);
        if (mode is RuleMode.All)
            Assert.NotEqual(0, count);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("warning")]
    [InlineData("suggestion")]
    [InlineData("silent")]
    [InlineData("none")]
    public async Task At_every_severity(string severity)
    {
        Copy(Path.Combine(SampleFolder, "WebApp"));
        await File.WriteAllTextAsync(Path.Combine(_folder, ".editorconfig"), $"root = true\n[*]\ndotnet_analyzer_diagnostic.severity = {severity}\n", TestContext.Current.CancellationToken);
        var count = await Agrees(_folder, RuleMode.Default);
        // Syntax errors do not follow the severity of all.
        if (severity != "none")
            Assert.NotEqual(0, count);
    }

    private static async Task<int> Agrees(string folder, RuleMode mode)
    {
        var scanned = Scanner.Scan(new ScanOptions { Paths = [folder], Root = folder, Mode = mode }, TestContext.Current.CancellationToken);
        var expected = scanned.Findings.Where(reported => !reported.IsSuppressed && reported.Finding.Rule.Reach == RuleReach.File).Select(Show).Order(StringComparer.Ordinal).ToList();

        var diagnostics = await LiveProject.Of(folder).WithProperty("HardenBuildMode", mode.ToString()).Analyze();
        var actual = diagnostics
            .Select(d => $"{Path.GetRelativePath(folder, d.Location.GetLineSpan().Path).Replace('\\', '/')} {d.Location.SourceSpan} {d.Severity} {d.Id} {d.Descriptor.HelpLinkUri} {d.GetMessage()}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected, actual);
        return expected.Count;
    }

    private static string Show(ReportedFinding reported)
    {
        var finding = reported.Finding;
        return $"{finding.Location.Source.Path} [{finding.Location.Span.Start}..{finding.Location.Span.End}) {DiagnosticFactory.ToDiagnosticSeverity(reported.Severity)} {finding.Rule.Id} {finding.Rule.HelpUri.AbsoluteUri} {finding.Message}";
    }

    private static void Write(string folder, RuleExample example)
    {
        var path = Path.Combine(folder, example.FileName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, MarkedText.Parse(example.FileName, example.Text).Text);
        foreach (var beside in example.Beside)
            Write(folder, beside);
    }

    private void Copy(string sample)
    {
        foreach (var file in Directory.GetFiles(sample, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_folder, Path.GetRelativePath(sample, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to, overwrite: true);
        }
    }
}
