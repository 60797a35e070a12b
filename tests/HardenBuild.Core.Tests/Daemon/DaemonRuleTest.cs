using HardenBuild.Core.Tests.Rules;
using HardenBuild.Model.Daemon;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Daemon;

/// <summary>Rules over the text of a <c>daemon.json</c>.</summary>
internal static class DaemonRuleTest
{
    public const string FilePath = "docker/daemon.json";

    public static void Verify<TRule>(string marked, string path = FilePath)
        where TRule : DaemonRule => Verify(Rule<TRule>(), marked, path);

    public static void Verify(DaemonRule rule, string marked, string path = FilePath) => RuleVerifier.Verify(rule, (path, marked));

    public static string Message<TRule>(string text)
        where TRule : DaemonRule => Assert.Single(RuleVerifier.Scan(Rule<TRule>(), [(FilePath, text)])).Message;

    public static DaemonConfiguration? Configuration(string text, string path = FilePath) =>
        DaemonConfiguration.Create(YamlFile.Parse(SourceText.From(path, text)));

    private static TRule Rule<TRule>()
        where TRule : DaemonRule => RuleCatalog.Daemon.OfType<TRule>().Single();
}
