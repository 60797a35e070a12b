using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>An option that must be on or off, also where it is left out.</summary>
internal abstract class BooleanOptionRule(
    string id, RuleSeverity severity, RuleSeverity hardened, ControlPlaneComponent component, string flag, bool required)
    : ControlPlaneRule(id, severity, hardened, component)
{
    protected sealed override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        var value = options.FindBoolean(flag);
        var isWrong = value.IsAbsent || value.Is(!required);
        if (isWrong && !IsExempt(options))
            yield return Report(options, value.Known?.Location ?? options.Anchor, options.Spell(flag, required ? "true" : "false"));
    }

    /// <summary>Another option makes this one needless.</summary>
    protected virtual bool IsExempt(ComponentOptions options) => false;
}
