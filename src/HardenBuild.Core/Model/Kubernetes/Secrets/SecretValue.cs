namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>What a value is, given the name of its setting.</summary>
internal enum SecretValue
{
    /// <summary>No secret, or one that comes from elsewhere.</summary>
    None,

    /// <summary>A word that stands for a secret, <c>changeme</c>, and works as one where it is not replaced.</summary>
    Placeholder,

    Literal,
}
