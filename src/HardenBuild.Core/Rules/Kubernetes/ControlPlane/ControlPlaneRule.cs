using System.Collections.Immutable;
using HardenBuild.Model.Kubernetes;
using HardenBuild.Model.Kubernetes.ControlPlane;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>A rule about the options of one component of the control plane, wherever they are written.</summary>
/// <remarks>In the message, <c>{0}</c> is what holds the options and <c>{1}</c> how the better option is written there.</remarks>
internal abstract class ControlPlaneRule(string id, RuleSeverity defaultSeverity, RuleSeverity hardenedSeverity, ControlPlaneComponent component)
    : ManifestRule(id, defaultSeverity, hardenedSeverity)
{
    public override IEnumerable<Finding> Analyze(KubernetesObject manifest) => manifest.ControlPlane.IsEmpty ? [] : Analyze(manifest.ControlPlane);

    protected abstract IEnumerable<Finding> Inspect(ComponentOptions options);

    protected Finding Report(ComponentOptions options, SourceLocation location, params ReadOnlySpan<string> arguments) =>
        base.Report(location, [options.Description, .. arguments]) with { LogicalPath = options.LogicalPath };

    private IEnumerable<Finding> Analyze(ImmutableArray<ComponentOptions> all)
    {
        foreach (var options in all)
        {
            if (options.Component != component)
                continue;
            foreach (var finding in Inspect(options))
                yield return finding;
        }
    }
}
