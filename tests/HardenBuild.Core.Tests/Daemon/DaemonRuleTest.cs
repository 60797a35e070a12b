using HardenBuild.Core.Tests.Text;
using HardenBuild.Model.Daemon;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Daemon;

/// <summary>Runs one rule over a marked <c>daemon.json</c> and compares what it reports with the marks.</summary>
internal static class DaemonRuleTest
{
    public const string FilePath = "docker/daemon.json";

    public static void Verify<TRule>(string marked, string path = FilePath)
        where TRule : DaemonRule => Verify(Rule<TRule>(), marked, path);

    public static void Verify(DaemonRule rule, string marked, string path = FilePath)
    {
        var file = MarkedText.Parse(path, marked);
        var findings = Run(rule, file.Text, path);

        Assert.Equal(file.Spans, findings.Select(finding => finding.Location.Span).OrderBy(span => span.Start));
        Assert.All(findings, finding => Assert.DoesNotContain("{", finding.Message, StringComparison.Ordinal));
    }

    public static string Message<TRule>(string text)
        where TRule : DaemonRule => Assert.Single(Run(Rule<TRule>(), text, FilePath)).Message;

    public static List<Finding> Run(DaemonRule rule, string text, string path) =>
        Configuration(text, path) is { } configuration ? [.. rule.Analyze(configuration)] : [];

    public static DaemonConfiguration? Configuration(string text, string path = FilePath) =>
        DaemonConfiguration.Create(YamlFile.Parse(SourceText.From(path, text)));

    private static TRule Rule<TRule>()
        where TRule : DaemonRule => RuleCatalog.Daemon.OfType<TRule>().Single();
}
