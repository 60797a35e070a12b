using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>A daemon's configuration, from text to findings.</summary>
internal static class DaemonAnalysis
{
    public static FileFindings Run(SourceText source, RuleSelection rules) => YamlAnalysis.Read(source).Findings;
}
