using HardenBuild.Model.Docker.Bake;

namespace HardenBuild.Rules;

/// <summary>A rule about a <c>docker-bake</c> file.</summary>
internal abstract class BakeRule(string id, RuleSeverity severity, RuleSeverity hardened) : Rule(id, severity, hardened)
{
    public abstract IEnumerable<Finding> Analyze(BakeFile file);
}
