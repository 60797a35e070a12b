namespace HardenBuild.Model.Kubernetes.PodSecurity;

/// <summary>A profile of the Pod Security Standards; each forbids what the one before it forbids.</summary>
internal enum PodSecurityLevel
{
    Privileged,
    Baseline,
    Restricted,
}
