namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>How much the name of a setting says about its value being a secret.</summary>
internal enum SecretEvidence
{
    None,

    /// <summary>A word such as 'key', which names many harmless things too: the value has to look like a secret.</summary>
    Weak,

    /// <summary>A word that names nothing but secrets.</summary>
    Strong,
}
