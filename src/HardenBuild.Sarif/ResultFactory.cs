using System.Globalization;
using System.Text;
using HardenBuild.Reporting;
using HardenBuild.Rules;
using HardenBuild.Scanning;
using HardenBuild.Text;
using Microsoft.CodeAnalysis.Sarif;

namespace HardenBuild.Sarif;

/// <summary>Findings as SARIF results.</summary>
internal sealed class ResultFactory
{
    // GitHub shows 100 locations of a result and refuses the whole log above 1,000.
    private const int RelatedLimit = 99;

    // More links than that hide the message they belong to.
    private const int LinkLimit = 5;

    private readonly Dictionary<string, int> _ruleIndexes = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceText, LineHashes> _lineHashes = [];

    public ResultFactory(List<Rule> rules)
    {
        for (var i = 0; i < rules.Count; i++)
            _ruleIndexes.Add(rules[i].Id, i);
    }

    public Result Create(ReportedFinding reported)
    {
        var finding = reported.Finding;
        return new Result
        {
            RuleId = finding.Rule.Id,
            RuleIndex = _ruleIndexes[finding.Rule.Id],
            Level = ToLevel(reported.Severity),
            Message = new Message { Text = MessageWithLinks(finding) },
            Locations = [CreateLocation(finding)],
            RelatedLocations = CreateRelated(finding),
            PartialFingerprints = CreateFingerprints(finding),
            Suppressions = CreateSuppressions(reported),
        };
    }

    public static FailureLevel ToLevel(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => FailureLevel.Error,
        RuleSeverity.Warning => FailureLevel.Warning,
        _ => FailureLevel.Note,
    };

    private static Location CreateLocation(Finding finding) => new()
    {
        PhysicalLocation = LocationFactory.Physical(finding.Location),
        LogicalLocations = finding.LogicalPath is { } path ? [LocationFactory.Logical(path)] : null,
    };

    // GitHub shows a related location only where the message links to it.
    private static string MessageWithLinks(Finding finding)
    {
        var message = SarifText.Sentence(finding.Message);
        if (finding.Related.IsEmpty)
            return message;

        var text = new StringBuilder(message).Append(" See also: ");
        for (var i = 0; i < Math.Min(LinkLimit, finding.Related.Length); i++)
        {
            text.Append(i == 0 ? "" : ", ")
                .Append('[').Append(SarifText.LinkText(finding.Related[i].Message)).Append("](")
                .Append((i + 1).ToString(CultureInfo.InvariantCulture)).Append(')');
        }

        if (finding.Related.Length > LinkLimit)
            text.Append(" and ").Append((finding.Related.Length - LinkLimit).ToString(CultureInfo.InvariantCulture)).Append(" more");
        return text.Append('.').ToString();
    }

    private static List<Location>? CreateRelated(Finding finding)
    {
        if (finding.Related.IsEmpty)
            return null;

        var locations = new List<Location>();
        foreach (var related in finding.Related.Take(RelatedLimit))
        {
            locations.Add(new Location
            {
                Id = locations.Count + 1,
                PhysicalLocation = LocationFactory.Physical(related.Location),
                Message = new Message { Text = SarifText.Sentence(related.Message) },
            });
        }

        return locations;
    }

    private Dictionary<string, string> CreateFingerprints(Finding finding)
    {
        var source = finding.Location.Source;
        if (!_lineHashes.TryGetValue(source, out var hashes))
            _lineHashes.Add(source, hashes = new LineHashes(source));
        return new Dictionary<string, string>
        {
            ["hardenbuild/v1"] = FindingFingerprint.Of(finding),
            ["primaryLocationLineHash"] = hashes[finding.Location.Start.Line],
        };
    }

    private static List<Suppression>? CreateSuppressions(ReportedFinding reported)
    {
        if (reported.IsInBaseline)
            return [new Suppression { Kind = SuppressionKind.External, Justification = "In the baseline of the repository" }];
        if (reported.SuppressedBy is not { } reason)
            return null;

        var justification = reason.Length == 0 ? null : PlainText.Neutralize(reason);
        return [new Suppression { Kind = SuppressionKind.InSource, Justification = justification }];
    }
}
