namespace HardenBuild.Package.Tests;

/// <summary>The list beside a sample of what a build of it reports: one line a finding, sorted.</summary>
internal static class ExpectedFindings
{
    public static void Equal(string sample, BuildRun run)
    {
        var file = Path.Combine(PackageFeed.Repository, "samples", sample, "expected-findings.txt");
        var actual = run.Findings
            .Where(finding => finding.Level != "message")
            .Select(finding => $"{finding.File}({finding.Line},{finding.Column},{finding.EndLine},{finding.EndColumn}): {finding.Level} {finding.Code}")
            .Order(StringComparer.Ordinal)
            .ToArray();
        Assert.NotEmpty(actual);
        Assert.True(File.ReadAllLines(file).SequenceEqual(actual), $"{file} should read:\n{string.Join('\n', actual)}\n");
    }
}
