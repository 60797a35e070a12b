using HardenBuild.Model.Docker.Carriers;

namespace HardenBuild.Rules;

/// <summary>A rule about a <c>.container</c> unit of Podman.</summary>
internal abstract class QuadletRule(string id, RuleSeverity severity, RuleSeverity hardened) : Rule(id, severity, hardened)
{
    public abstract IEnumerable<Finding> Analyze(QuadletUnit unit);
}
