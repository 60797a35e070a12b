namespace HardenBuild.Model.Kubernetes.Network;

/// <summary>What a selector asks of a label.</summary>
/// <remarks>Kubernetes API, LabelSelectorRequirement; a <c>matchLabels</c> entry is <see cref="In"/> with one value.</remarks>
internal enum LabelOperator
{
    In,
    NotIn,
    Exists,
    DoesNotExist,

    /// <summary>A placeholder, or a word that the API does not know.</summary>
    Unknown,
}
