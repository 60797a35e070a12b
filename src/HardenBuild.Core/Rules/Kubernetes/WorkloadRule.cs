using HardenBuild.Model.Kubernetes;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes;

/// <summary>A rule about the pods of one workload.</summary>
internal abstract class WorkloadRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity) : Rule(id, defaultSeverity, hardenedSeverity)
{
    /// <summary>What the rule finds; one place is reported once, though aliases and inheritance bring it to several containers.</summary>
    public IEnumerable<Finding> Analyze(Workload workload)
    {
        Finding? first = null;
        HashSet<SourceLocation>? reported = null;
        foreach (var finding in Find(workload))
        {
            if (first is null)
                first = finding;
            else if (!(reported ??= [first.Location]).Add(finding.Location))
                continue;
            yield return finding;
        }
    }

    protected abstract IEnumerable<Finding> Find(Workload workload);

    /// <summary>A finding about the whole pod.</summary>
    protected Finding ReportPod(Workload workload, SourceLocation location, params ReadOnlySpan<string> arguments) =>
        Report(location, arguments) with { LogicalPath = workload.LogicalPath };

    /// <summary>A finding about one container; it belongs to the pod where the container only inherits the text.</summary>
    protected Finding ReportContainer(Workload workload, Container container, SourceLocation location, params ReadOnlySpan<string> arguments) =>
        Report(location, arguments) with
        {
            LogicalPath = container.Root.Span.Contains(location.Span) ? $"{workload.LogicalPath}/{container.LogicalPath}" : workload.LogicalPath,
        };

    /// <summary>A hardening gap that the containers of a workload share: one finding on the first of them, the others as related locations.</summary>
    protected IEnumerable<Finding> ReportGap(Workload workload, IReadOnlyList<Container> containers)
    {
        if (containers.Count == 0)
            return [];
        if (containers.Count == 1)
            return [ReportGap(workload, containers[0])];
        return
        [
            ReportGap(workload, containers[0]) with
            {
                Related = [.. containers.Skip(1).Select(static other => new RelatedLocation(other.NameLocation, $"The same holds for container '{other.DisplayName}'"))],
                Repeats = [.. containers.Skip(1).Select(other => ReportGap(workload, other))],
            },
        ];
    }

    /// <summary>As <see cref="ReportGap(Workload, IReadOnlyList{Container})"/>, for a field that a container may hold empty: there it is to be filled.</summary>
    protected IEnumerable<Finding> ReportGap(Workload workload, IReadOnlyList<Container> containers, string field)
    {
        foreach (var finding in ReportGap(workload, containers))
        {
            yield return containers[0].Root[field] is YamlMapping { Members.IsEmpty: true, Span.IsEmpty: false } empty
                ? finding with { Related = finding.Related.Insert(0, new RelatedLocation(containers[0].NameLocation.Source.At(empty.Span), $"'{field}' is empty here")) }
                : finding;
        }
    }

    private Finding ReportGap(Workload workload, Container container) => ReportContainer(workload, container, container.NameLocation, container.DisplayName);
}
