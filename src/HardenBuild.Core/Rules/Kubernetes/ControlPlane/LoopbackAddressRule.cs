using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>A component that serves metrics and should do so for its own node only.</summary>
internal abstract class LoopbackAddressRule(string id, ControlPlaneComponent component, string flag)
    : ControlPlaneRule(id, RuleSeverity.Suggestion, RuleSeverity.Suggestion, component)
{
    /// <summary>The component listens on every address where the option is left out.</summary>
    protected virtual bool IsOpenByDefault => true;

    protected sealed override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        var address = options.Find(flag);
        if (address.IsUnknown || (address.IsAbsent && !IsOpenByDefault) || (address.Known is { } known && IsLocal(known.Value)))
            yield break;
        yield return Report(options, address.Known?.Location ?? options.Anchor, options.Spell(flag, "127.0.0.1"));
    }

    private bool IsLocal(string address) => (address.Length == 0 && !IsOpenByDefault) || LoopbackAddresses.Contains(address);
}
