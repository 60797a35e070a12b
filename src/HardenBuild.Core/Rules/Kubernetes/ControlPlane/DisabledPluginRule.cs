using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>An admission plugin that runs by default and is switched off.</summary>
/// <remarks>In the message, <c>{1}</c> is the name of the plugin.</remarks>
internal abstract class DisabledPluginRule(string id, RuleSeverity severity, RuleSeverity hardened, string plugin)
    : ControlPlaneRule(id, severity, hardened, ControlPlaneComponent.ApiServer)
{
    protected sealed override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        foreach (var item in options.List(AdmissionPlugins.DisableFlag).Items)
        {
            if (item.Value == plugin)
                yield return Report(options, item.Location, plugin);
        }
    }
}
