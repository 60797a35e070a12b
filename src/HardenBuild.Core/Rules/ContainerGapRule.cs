using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules;

/// <summary>A rule about a protection that containers lack: one finding on the first of them, the others are related places.</summary>
/// <remarks>The first argument of the message names the containers.</remarks>
internal abstract class ContainerGapRule(string id, RuleSeverity severity, RuleSeverity hardened) : ContainerOptionsRule(id, severity, hardened)
{
    public sealed override IEnumerable<Finding> Analyze(ImmutableArray<ContainerOptions> containers)
    {
        var findings = base.Analyze(containers).ToList();
        var lacking = containers.Where(IsLacking).ToList();
        if (lacking.Count > 0)
        {
            findings.Add(ReportGap(lacking[0], lacking) with
            {
                Related = [.. lacking.Skip(1).Select(Also)],
                Repeats = [.. lacking.Skip(1).Select(other => ReportGap(other, [other]))],
            });
        }

        return findings;
    }

    /// <summary>Whether the container says nothing of the protection.</summary>
    protected abstract bool IsLacking(ContainerOptions container);

    /// <summary>Protections that are switched off in so many words are reported there.</summary>
    protected override IEnumerable<Finding> Inspect(ContainerOptions container) => [];

    private Finding ReportGap(ContainerOptions first, List<ContainerOptions> containers) =>
        Report(first.Name.Location, ContainerNames.List(containers)) with { LogicalPath = first.LogicalPath };
}
