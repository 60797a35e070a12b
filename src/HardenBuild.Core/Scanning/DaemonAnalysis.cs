using HardenBuild.Model.Daemon;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>A daemon's configuration, from text to findings.</summary>
internal static class DaemonAnalysis
{
    public static FileFindings Run(SourceText source, RuleSelection rules)
    {
        var (file, result) = YamlAnalysis.Read(source);
        if (DaemonConfiguration.Create(file) is not { } configuration)
            return result;

        var selection = rules.For(source.Path);
        foreach (var rule in RuleCatalog.Daemon)
        {
            if (selection.Runs(rule))
                RuleGuard.Run(rule, configuration, static (rule, configuration) => rule.Analyze(configuration), source, result.Findings);
        }

        return result;
    }
}
