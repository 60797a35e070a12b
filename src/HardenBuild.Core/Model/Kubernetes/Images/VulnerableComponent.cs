namespace HardenBuild.Model.Kubernetes.Images;

/// <summary>A range of versions of a component of clusters with a vulnerability that its configuration cannot close.</summary>
/// <param name="Name">What the component is called.</param>
/// <param name="First">The first version of the range.</param>
/// <param name="Fixed">The first version without the vulnerability.</param>
/// <param name="Advisory">The CVE.</param>
internal sealed record VulnerableComponent(string Name, ImageVersion First, ImageVersion Fixed, string Advisory);
