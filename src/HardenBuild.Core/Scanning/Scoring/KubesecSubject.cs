namespace HardenBuild.Scanning.Scoring;

/// <summary>The objects that a check of kubesec is about.</summary>
internal enum KubesecSubject
{
    /// <summary>Whatever runs pods.</summary>
    Pods,

    /// <summary>A StatefulSet with claims for volumes.</summary>
    VolumeClaims,

    /// <summary>A RoleBinding or ClusterRoleBinding.</summary>
    Bindings,
}
