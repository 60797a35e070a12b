using HardenBuild.Model.Kubernetes.Sets;
using HardenBuild.Rules;
using HardenBuild.Rules.Kubernetes;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>The rules about manifests that refer to each other, run when every file has been read.</summary>
internal static class ManifestSetAnalysis
{
    /// <summary>Adds what the rules find to the findings of the file that it lies in.</summary>
    /// <param name="set">The objects of <paramref name="files"/>.</param>
    /// <param name="files">Those that hold manifests.</param>
    /// <param name="rules">Which rules run; a rule that runs in one of the files is run once for all.</param>
    public static void Run(ManifestSet set, IReadOnlyList<FileFindings> files, RuleSelection rules)
    {
        if (set.Objects.IsEmpty)
            return;
        var bySource = new Dictionary<SourceText, FileFindings>();
        foreach (var file in files)
            bySource[file.Source] = file;

        foreach (var rule in RuleCatalog.ManifestSet)
        {
            if (!RunsAnywhere(rule, files, rules))
                continue;
            var found = new List<Finding>();
            RuleGuard.Run(rule, set, static (rule, set) => rule.Analyze(set), files[0].Source, found);
            foreach (var finding in found)
                bySource[finding.Location.Source].Findings.Add(finding);
        }
    }

    private static bool RunsAnywhere(ManifestSetRule rule, IReadOnlyList<FileFindings> files, RuleSelection rules)
    {
        foreach (var file in files)
        {
            if (rules.For(file.Source.Path).Runs(rule))
                return true;
        }

        return false;
    }
}
