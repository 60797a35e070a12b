using HardenBuild.Configuration;
using HardenBuild.Core.Tests.Text;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Rules;

/// <summary>Runs one rule over marked files and compares what it reports with the marks: <c>[|primary|]</c>, <c>{|#0:related|}</c>. A file <c>.editorconfig</c> among them configures the rule.</summary>
internal static class RuleVerifier
{
    public static void Verify<TRule>(string path, string marked)
        where TRule : Rule => Verify<TRule>((path, marked));

    public static void Verify<TRule>(params (string Path, string Marked)[] files)
        where TRule : Rule => Verify(RuleCatalog.All.OfType<TRule>().Single(), files);

    public static void Verify(Rule rule, params (string Path, string Marked)[] files)
    {
        var marked = files.Select(file => MarkedText.Parse(file.Path, file.Marked)).ToList();
        var findings = Scan(rule, marked.Select(file => (file.Path, file.Text)));

        Assert.Equal(
            marked.SelectMany(file => file.Spans.Select(span => Show(file, span))).Order(StringComparer.Ordinal),
            findings.Select(finding => Show(marked, finding.Location)).Order(StringComparer.Ordinal));
        var related = marked.SelectMany(file => file.Related.Select(span => Show(file, span))).ToList();
        if (related.Count > 0)
            Assert.Equal(related, findings.SelectMany(finding => finding.Related).Select(place => Show(marked, place.Location)));
    }

    /// <summary>What the rule says, in order.</summary>
    public static List<Finding> Scan(Rule rule, IEnumerable<(string Path, string Text)> files)
    {
        var all = files.ToList();
        // A template or values file alone stands for a chart that has nothing else.
        if (all.Exists(static file => ChartFormatOf(file.Path) is not null) && !all.Exists(static file => file.Path == "Chart.yaml"))
            all.Add(("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n"));
        var repository = new TextFiles(all);
        var inputs = all.Where(file => FormatOf(file.Path) is not null).Select(file => new InputText(repository.Read(file.Path)!, FormatOf(file.Path)!.Value)).ToList();
        // Rules about suppressions need them read, and one of them asks for reasons.
        var isAboutTool = rule.Category == RuleCategory.Tool;
        var settings = isAboutTool ? "[*]\nhardenbuild.require_suppression_reason = true\n" : all.Find(file => file.Path == ".editorconfig").Text;
        var configuration = settings is null ? EditorConfigSet.Empty : EditorConfigSet.Create([("/repository", SourceText.From(".editorconfig", settings))]);
        var selection = new RuleSelection(new SeverityResolver(configuration, RuleMode.All, "/repository"), [rule.Id]);
        return [.. new TextScan(selection, isAboutTool) { Files = repository }.Run(inputs, TestContext.Current.CancellationToken)
            .Select(reported => reported.Finding)
            .Where(finding => finding.Rule == rule || finding.Rule.Id == "HB0007")];
    }

    /// <summary>Null for files that are only there to lie beside others.</summary>
    private static InputFormat? FormatOf(string path)
    {
        var name = Path.GetFileName(path);
        return name switch
        {
            _ when ChartFormatOf(path) is { } format => format,
            _ when CarrierFormats.Of(path) is { } format => format,
            _ when IsBeside(name) => null,
            _ when Path.GetExtension(name) is ".csproj" or ".fsproj" or ".vbproj" or ".pubxml" || name == "Directory.Build.props" => InputFormat.Project,
            _ when name.Contains("Dockerfile", StringComparison.OrdinalIgnoreCase) || name.Contains("Containerfile", StringComparison.Ordinal) => InputFormat.Dockerfile,
            _ when name.Contains("compose", StringComparison.Ordinal) => InputFormat.Compose,
            "daemon.json" => InputFormat.DaemonConfiguration,
            _ => InputFormat.Kubernetes,
        };
    }

    private static InputFormat? ChartFormatOf(string path) => path switch
    {
        _ when path.StartsWith("templates/", StringComparison.Ordinal) || path.Contains("/templates/", StringComparison.Ordinal) => InputFormat.HelmTemplate,
        _ when Path.GetFileName(path) is "Chart.yaml" or "values.yaml" || Path.GetFileName(path).StartsWith("values-", StringComparison.Ordinal) => InputFormat.HelmChart,
        _ => null,
    };

    private static bool IsBeside(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".dockerignore" or ".config" or ".editorconfig" or ".gitignore" or ".env" or ".cs" or ".txt" or ".sln" or ".lock" or ".pfx" or ".user"
        || name.StartsWith("appsettings", StringComparison.Ordinal) || name is "global.json" or "packages.lock.json" or "Directory.Packages.props" or "HEAD";

    private static string Show(IEnumerable<MarkedText> files, SourceLocation location) =>
        Show(files.Single(file => file.Path == location.Source.Path), location.Span);

    private static string Show(MarkedText file, TextSpan span) => $"{file.Path}{span} '{file.Text.Substring(span.Start, span.Length)}'";
}
