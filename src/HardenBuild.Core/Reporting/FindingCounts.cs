using HardenBuild.Rules;
using HardenBuild.Scanning;

namespace HardenBuild.Reporting;

/// <summary>How many findings count at each severity; suppressed ones are counted apart.</summary>
public readonly record struct FindingCounts(int Errors, int Warnings, int Suggestions, int Suppressed)
{
    public int Total => Errors + Warnings + Suggestions;

    public static FindingCounts Of(ScanResult result)
    {
        int errors = 0, warnings = 0, suggestions = 0, suppressed = 0;
        foreach (var reported in result.Findings)
        {
            if (reported.IsSuppressed)
                suppressed++;
            else if (reported.Severity == RuleSeverity.Error)
                errors++;
            else if (reported.Severity == RuleSeverity.Warning)
                warnings++;
            else if (reported.Severity == RuleSeverity.Suggestion)
                suggestions++;
        }

        return new FindingCounts(errors, warnings, suggestions, suppressed);
    }
}
