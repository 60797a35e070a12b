using HardenBuild.Reporting;
using HardenBuild.Rules;
using Microsoft.CodeAnalysis.Sarif;

namespace HardenBuild.Sarif;

/// <summary>Rules as SARIF reporting descriptors, with the properties that GitHub sorts and filters alerts by.</summary>
internal static class DescriptorFactory
{
    // GitHub allows 20 tags and shows 10; another of its pages asks for fewer than 10.
    private const int TagLimit = 9;

    public static ReportingDescriptor Create(Rule rule)
    {
        var metadata = rule.Metadata;
        var descriptor = new ReportingDescriptor
        {
            Id = rule.Id,
            Name = metadata.Name,
            ShortDescription = new MultiformatMessageString { Text = SarifText.Description(metadata.Title) },
            FullDescription = new MultiformatMessageString { Text = SarifText.Description(metadata.Rationale) },
            Help = new MultiformatMessageString
            {
                Text = SarifText.Description(metadata.Rationale + " See " + rule.HelpUri.OriginalString + " for examples."),
                Markdown = RulePage.ToMarkdown(rule),
            },
            HelpUri = rule.HelpUri,
            DefaultConfiguration = new ReportingConfiguration { Level = ResultFactory.ToLevel(rule.DefaultSeverity) },
        };
        // Not through descriptor.Tags: it reads itself back into a set, which native code has no constructor for.
        descriptor.SetProperty("tags", Tags(rule).ToList());
        descriptor.SetProperty("precision", ToPrecision(metadata.Precision));
        descriptor.SetProperty("problem.severity", ToProblemSeverity(rule.DefaultSeverity));
        if (ToSecuritySeverity(metadata.SecuritySeverity) is { } score)
            descriptor.SetProperty("security-severity", score);
        return descriptor;
    }

    private static IEnumerable<string> Tags(Rule rule)
    {
        var weaknesses = rule.Metadata.References
            .Where(reference => reference.Framework == "CWE")
            .Select(reference => "external/cwe/cwe-" + reference.Control.PadLeft(3, '0'));
        return Subjects(rule).Concat(weaknesses).Distinct().Take(TagLimit);
    }

    private static IEnumerable<string> Subjects(Rule rule)
    {
        yield return rule.Metadata.SecuritySeverity == SecuritySeverity.None ? "correctness" : "security";
        yield return rule.Category.ToString().ToLowerInvariant();
    }

    // The number stands in a string, as GitHub asks. Exactly 9.0 and 0.0 lie outside its bands.
    private static string? ToSecuritySeverity(SecuritySeverity severity) => severity switch
    {
        SecuritySeverity.Critical => "9.5",
        SecuritySeverity.High => "8.0",
        SecuritySeverity.Medium => "5.5",
        SecuritySeverity.Low => "2.5",
        _ => null,
    };

    private static string ToPrecision(RulePrecision precision) => precision switch
    {
        RulePrecision.VeryHigh => "very-high",
        RulePrecision.High => "high",
        RulePrecision.Medium => "medium",
        _ => "low",
    };

    private static string ToProblemSeverity(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "recommendation",
    };
}
