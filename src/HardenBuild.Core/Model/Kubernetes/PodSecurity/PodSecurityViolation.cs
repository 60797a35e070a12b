using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.PodSecurity;

/// <summary>A value that a control forbids, or the absence of one that it demands.</summary>
/// <param name="Container">The container whose field it is; null for a field of the pod.</param>
/// <param name="Location">The value; the container's name where a value is missing.</param>
/// <param name="Field">The field, <c>hostPID</c> or <c>seLinuxOptions.type</c>; for a volume its name.</param>
/// <param name="Value">The forbidden value as written; null where the field is missing.</param>
internal sealed record PodSecurityViolation(PodSecurityControl Control, Container? Container, SourceLocation Location, string Field, string? Value)
{
    public bool IsAbsence => Value is null;
}
