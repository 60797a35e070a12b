using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules;

/// <summary>A rule about the configuration of a Docker daemon.</summary>
internal abstract class DaemonRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity)
    : Rule(id, defaultSeverity, hardenedSeverity)
{
    public abstract IEnumerable<Finding> Analyze(DaemonConfiguration configuration);
}
