using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>A mode that <c>--authorization-mode</c> of the API server must name.</summary>
internal abstract class AuthorizationModeRule(string id, RuleSeverity severity, RuleSeverity hardened, string mode)
    : ControlPlaneRule(id, severity, hardened, ControlPlaneComponent.ApiServer)
{
    protected sealed override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        // The modes may stand in a file instead.
        if (!options.Find("authorization-config").IsAbsent)
            yield break;
        var modes = options.List("authorization-mode");
        if (modes.IsUnknown || modes.Contains(mode))
            yield break;
        yield return Report(options, modes.Location ?? options.Anchor, options.Spell("authorization-mode", "Node,RBAC"));
    }
}
