using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Rules;

/// <summary>A rule about how containers are started, wherever that is written.</summary>
internal abstract class ContainerOptionsRule(string id, RuleSeverity severity, RuleSeverity hardened) : Rule(id, severity, hardened)
{
    /// <param name="containers">Containers that are started together: the services of one Compose project, or a single command.</param>
    public virtual IEnumerable<Finding> Analyze(ImmutableArray<ContainerOptions> containers)
    {
        // A token that several containers share through an anchor, a merge key or a volume is one cause.
        List<(Finding Finding, List<ContainerOptions> Sharing)> found = [];
        Dictionary<SourceLocation, int> places = [];
        foreach (var container in containers)
        {
            foreach (var finding in Inspect(container))
            {
                if (!places.TryGetValue(finding.Location, out var place))
                {
                    places.Add(finding.Location, found.Count);
                    found.Add((finding with { LogicalPath = container.LogicalPath }, [container]));
                }
                else if (found[place].Sharing is var sharing && sharing[sharing.Count - 1] != container)
                {
                    sharing.Add(container);
                }
            }
        }

        return found.Select(entry => entry.Finding with { Related = [.. entry.Sharing.Skip(1).Select(Also)] });
    }

    /// <summary>What one container does wrong, at the tokens that say so.</summary>
    protected abstract IEnumerable<Finding> Inspect(ContainerOptions container);

    /// <summary>Another container with the same defect.</summary>
    protected static RelatedLocation Also(ContainerOptions container) =>
        new(container.Name.Location, $"The same holds for {container.Noun} '{container.Name.Value}'");
}
