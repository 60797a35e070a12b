using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>An admission plugin that does not run unless it is named.</summary>
/// <remarks>In the message, <c>{1}</c> is the name of the flag.</remarks>
internal abstract class RequiredPluginRule(string id, RuleSeverity severity, RuleSeverity hardened, params string[] plugins)
    : ControlPlaneRule(id, severity, hardened, ControlPlaneComponent.ApiServer)
{
    protected override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        var enabled = AdmissionPlugins.Enabled(options);
        if (enabled.IsUnknown)
            yield break;
        foreach (var plugin in plugins)
        {
            if (enabled.Contains(plugin))
                yield break;
        }

        yield return Report(options, enabled.Location ?? options.Anchor, AdmissionPlugins.EnableFlag);
    }
}
