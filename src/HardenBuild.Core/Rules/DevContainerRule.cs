using HardenBuild.Model.Docker.Carriers;

namespace HardenBuild.Rules;

/// <summary>A rule about a <c>devcontainer.json</c>.</summary>
internal abstract class DevContainerRule(string id, RuleSeverity severity, RuleSeverity hardened) : Rule(id, severity, hardened)
{
    public abstract IEnumerable<Finding> Analyze(DevContainer container);
}
