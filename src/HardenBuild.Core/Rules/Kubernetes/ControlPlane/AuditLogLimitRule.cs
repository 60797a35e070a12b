using System.Globalization;
using HardenBuild.Model.Kubernetes.ControlPlane;

namespace HardenBuild.Rules.Kubernetes.ControlPlane;

/// <summary>How much of the audit log is kept.</summary>
internal abstract class AuditLogLimitRule(string id, string flag, long minimum)
    : ControlPlaneRule(id, RuleSeverity.Suggestion, RuleSeverity.Suggestion, ControlPlaneComponent.ApiServer)
{
    protected sealed override IEnumerable<Finding> Inspect(ComponentOptions options)
    {
        // What goes to standard output or to a webhook is not rotated by the API server.
        var path = options.Find("audit-log-path");
        if (path.Is("-") || (path.IsAbsent && !options.Find("audit-webhook-config-file").IsAbsent))
            yield break;
        var value = options.Find(flag);
        if (value.IsUnknown || (value.Known is { } known && IsEnough(known.Value)))
            yield break;
        yield return Report(options, value.Known?.Location ?? options.Anchor, options.Spell(flag, minimum.ToString(CultureInfo.InvariantCulture)));
    }

    // Text that is no number is a mistake of another kind, which the API server reports itself.
    private bool IsEnough(string text) => !long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) || number >= minimum;
}
