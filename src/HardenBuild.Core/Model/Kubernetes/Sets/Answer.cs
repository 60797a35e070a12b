namespace HardenBuild.Model.Kubernetes.Sets;

/// <summary>What can be told of objects that may be written elsewhere, or be completed when they are deployed.</summary>
internal enum Answer
{
    No,
    Yes,

    /// <summary>A placeholder, a namespace given at deployment, an object out of sight: rules stay silent.</summary>
    Unknown,
}
