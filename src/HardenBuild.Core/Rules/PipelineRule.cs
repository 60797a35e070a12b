using HardenBuild.Model.Docker.Carriers;

namespace HardenBuild.Rules;

/// <summary>A rule about a file of GitHub Actions, Azure Pipelines or GitLab CI.</summary>
internal abstract class PipelineRule(string id, RuleSeverity severity, RuleSeverity hardened) : Rule(id, severity, hardened)
{
    public abstract IEnumerable<Finding> Analyze(PipelineFile pipeline);
}
