using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>A switch that must not be set to a value; leaving it out is right.</summary>
internal abstract class ForbiddenValueRule(
    string id, RuleSeverity severity, RuleSeverity hardened, ControlPlaneComponent component, string flag, bool forbidden)
    : ControlPlaneRule(id, severity, hardened, component)
{
    protected sealed override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        if (options.FindBoolean(flag) is { Known: { } known } && known.Value == forbidden)
            yield return Report(options, known.Location, options.Spell(flag, forbidden ? "false" : "true"));
    }
}
