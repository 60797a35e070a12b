using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>Rules that overlap on the same token yield to the most specific one.</summary>
internal static class Supersession
{
    /// <summary>Removes each finding whose token a superseding rule reports too.</summary>
    public static void Apply(List<Finding> findings)
    {
        Dictionary<SourceLocation, HashSet<string>>? superseded = null;
        foreach (var finding in findings)
        {
            var ids = finding.Rule.Metadata.Supersedes;
            if (ids.IsEmpty)
                continue;

            superseded ??= [];
            if (!superseded.TryGetValue(finding.Location, out var set))
                superseded.Add(finding.Location, set = new HashSet<string>(StringComparer.Ordinal));
            foreach (var id in ids)
                set.Add(id);
        }

        if (superseded is not null)
            findings.RemoveAll(finding => superseded.TryGetValue(finding.Location, out var ids) && ids.Contains(finding.Rule.Id));
    }
}
