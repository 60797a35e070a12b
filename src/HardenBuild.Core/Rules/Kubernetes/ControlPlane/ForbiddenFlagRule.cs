using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>An option that must not be given at all.</summary>
/// <remarks>In the message, <c>{1}</c> is the option's name.</remarks>
internal abstract class ForbiddenFlagRule(
    string id, RuleSeverity severity, RuleSeverity hardened, ControlPlaneComponent component, string flag)
    : ControlPlaneRule(id, severity, hardened, component)
{
    protected sealed override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        if (options.LocationOf(flag) is { } location && options.Find(flag) is not { Known.Value: "" })
            yield return Report(options, location, options.Notation == OptionNotation.CommandLine ? "--" + flag : flag);
    }
}
