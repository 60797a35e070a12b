using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>Findings that a rule places in a file beside the one it read: a password in <c>appsettings.json</c> that a Dockerfile copies.</summary>
internal static class ForeignFindings
{
    /// <summary>Gives the findings of each other file findings of their own, so that suppressions and severities are those of the file they are reported in.</summary>
    public static IReadOnlyList<FileFindings> Split(FileFindings file)
    {
        if (file.Findings.TrueForAll(finding => finding.Location.Source == file.Source))
            return [file];
        var others = new Dictionary<SourceText, FileFindings>();
        foreach (var finding in file.Findings)
        {
            var source = finding.Location.Source;
            if (source == file.Source)
                continue;
            if (!others.TryGetValue(source, out var findings))
                others.Add(source, findings = new FileFindings(source));
            findings.Findings.Add(finding);
        }

        file.Findings.RemoveAll(finding => finding.Location.Source != file.Source);
        return [file, .. others.Values];
    }

    /// <summary>Two Dockerfiles that copy the same file report it once.</summary>
    /// <param name="sorted">In the order of a report.</param>
    public static void RemoveRepeated(List<ReportedFinding> sorted)
    {
        for (var i = sorted.Count - 1; i > 0; i--)
        {
            if (FindingOrder.Instance.Compare(sorted[i], sorted[i - 1]) == 0)
                sorted.RemoveAt(i);
        }
    }
}
