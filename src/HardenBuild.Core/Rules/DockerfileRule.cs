using HardenBuild.Model.Docker;
using HardenBuild.Text;

namespace HardenBuild.Rules;

/// <summary>A rule about one Dockerfile.</summary>
internal abstract class DockerfileRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity)
    : Rule(id, defaultSeverity, hardenedSeverity)
{
    /// <summary>What the rule finds, in any order.</summary>
    public abstract IEnumerable<Finding> Analyze(DockerfileModel model);

    /// <summary>A finding in a stage.</summary>
    private protected Finding ReportIn(DockerfileStage stage, SourceLocation location, params ReadOnlySpan<string> arguments) =>
        Report(location, arguments) with { LogicalPath = stage.ToString() };
}
