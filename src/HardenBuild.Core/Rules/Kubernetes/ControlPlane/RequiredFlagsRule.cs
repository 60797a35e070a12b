using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>Options that must be given, together where there are several: certificates and their keys.</summary>
/// <remarks>In the message, <c>{1}</c> are the missing ones with their quotes.</remarks>
internal abstract class RequiredFlagsRule(
    string id, RuleSeverity severity, RuleSeverity hardened, ControlPlaneComponent component, params string[] flags)
    : ControlPlaneRule(id, severity, hardened, component)
{
    protected sealed override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        var missing = new List<string>();
        foreach (var flag in flags)
        {
            if (options.Find(flag) is { IsAbsent: true } or { Known.Value: "" })
                missing.Add($"'{(options.Notation == OptionNotation.CommandLine ? "--" : "") + flag}'");
        }

        if (missing.Count > 0 && !IsExempt(options))
            yield return Report(options, options.Anchor, string.Join(" and ", missing));
    }

    /// <summary>Another option makes these needless.</summary>
    protected virtual bool IsExempt(ComponentOptions options) => false;
}
