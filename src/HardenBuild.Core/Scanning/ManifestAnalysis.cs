using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>A Kubernetes manifest, from text to findings.</summary>
internal static class ManifestAnalysis
{
    public static FileFindings Run(SourceText source, RuleSelection rules) => YamlAnalysis.Read(source).Findings;
}
