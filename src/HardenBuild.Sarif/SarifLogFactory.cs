using HardenBuild.Reporting;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using Microsoft.CodeAnalysis.Sarif;

namespace HardenBuild.Sarif;

/// <summary>A scan as one SARIF run: GitHub stopped merging runs of the same tool and category.</summary>
internal static class SarifLogFactory
{
    // GitHub takes what stands before the last slash as the category and the rest as the run's own id.
    private const string AutomationId = "hardenbuild/";

    public static SarifLog Create(ScanResult result, ReportOptions options)
    {
        var reported = result.Findings.Where(finding => options.IncludeSuppressed || !finding.IsSuppressed).ToList();
        var rules = reported
            .GroupBy(finding => finding.Finding.Rule.Id, (_, sameRule) => sameRule.First().Finding.Rule)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .ToList();
        var results = new ResultFactory(rules);
        return new SarifLog
        {
            SchemaUri = new Uri("https://json.schemastore.org/sarif-2.1.0.json"),
            Version = SarifVersion.Current,
            Runs =
            [
                new Run
                {
                    Tool = CreateTool(rules),
                    AutomationDetails = new RunAutomationDetails { Id = AutomationId },
                    ColumnKind = ColumnKind.Utf16CodeUnits,
                    OriginalUriBaseIds = CreateBaseIds(),
                    Invocations = [InvocationFactory.Create(result)],
                    Results = reported.Select(results.Create).ToList(),
                },
            ],
        };
    }

    private static Tool CreateTool(List<Rule> rules) => new()
    {
        Driver = new ToolComponent
        {
            Name = "HardenBuild",
            FullName = "HardenBuild " + ProductVersion.Current,
            Organization = "HardenBuild",
            Version = ProductVersion.Current,
            SemanticVersion = ProductVersion.Current,
            InformationUri = new Uri("https://github.com/hardenbuild/hardenbuild"),
            Rules = rules.Select(DescriptorFactory.Create).ToList(),
        },
    };

    // No absolute URI: the log must be the same on every machine, and readers find the repository themselves.
    private static Dictionary<string, ArtifactLocation> CreateBaseIds() => new()
    {
        [LocationFactory.RootBaseId] = new ArtifactLocation { Description = new Message { Text = "The root of the repository." } },
    };
}
