using HardenBuild.Model.Docker.Carriers;
using HardenBuild.Model.Docker.Commands;

namespace HardenBuild.Rules;

/// <summary>A rule about the command lines of container engines, in scripts, pipelines and units.</summary>
internal abstract class EngineCommandRule(string id, RuleSeverity severity, RuleSeverity hardened) : Rule(id, severity, hardened)
{
    public virtual IEnumerable<Finding> Analyze(ContainerCarrier carrier) => carrier.Commands.SelectMany(Inspect);

    /// <summary>What one command line does wrong.</summary>
    protected abstract IEnumerable<Finding> Inspect(EngineCommand command);
}
