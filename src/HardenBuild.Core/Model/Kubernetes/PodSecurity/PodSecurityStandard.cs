using System.Collections.Immutable;

namespace HardenBuild.Model.Kubernetes.PodSecurity;

/// <summary>Decides which controls of the Pod Security Standards a pod violates, exactly as the built-in admission controller does.</summary>
/// <remarks>
/// The rules about single settings start from this answer and only take away, such as what a container overrides; so a pod that they accept
/// for its form alone can still be refused, but never the other way round. What the manifest leaves open is no violation.
/// </remarks>
internal static class PodSecurityStandard
{
    /// <summary>In the order of the controls; empty for a pod that the level admits.</summary>
    public static ImmutableArray<PodSecurityViolation> Evaluate(PodTemplate pod, PodSecurityLevel level, PodSecurityVersion version)
    {
        if (level == PodSecurityLevel.Privileged)
            return [];
        var violations = ImmutableArray.CreateBuilder<PodSecurityViolation>();
        BaselineControls.Evaluate(pod, version, violations);
        if (level == PodSecurityLevel.Restricted)
            RestrictedControls.Evaluate(pod, version, violations);
        return violations.ToImmutable();
    }

    /// <summary>Without those for which a stricter control about the same field speaks.</summary>
    public static ImmutableArray<PodSecurityViolation> WithoutRepeated(ImmutableArray<PodSecurityViolation> violations) =>
        violations.RemoveAll(violation => StricterThan(violation.Control) is { } stricter && violations.Any(other => other.Control == stricter && IsSameField(other, violation)));

    // A volume has two tokens, its kind and its path.
    private static bool IsSameField(PodSecurityViolation a, PodSecurityViolation b) =>
        a.Location == b.Location || (a is { Control: PodSecurityControl.VolumeTypes, Value: "hostPath" } && a.Field == b.Field);

    private static PodSecurityControl? StricterThan(PodSecurityControl control) => control switch
    {
        PodSecurityControl.Capabilities => PodSecurityControl.RestrictedCapabilities,
        PodSecurityControl.HostPathVolumes => PodSecurityControl.VolumeTypes,
        PodSecurityControl.Seccomp => PodSecurityControl.RestrictedSeccomp,
        _ => null,
    };
}
