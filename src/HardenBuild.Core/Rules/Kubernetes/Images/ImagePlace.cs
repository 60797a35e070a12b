using HardenBuild.Model.Kubernetes;
using HardenBuild.Text;

namespace HardenBuild.Rules.Kubernetes.Images;

/// <summary>What is wrong with the image of one container.</summary>
/// <param name="Location">The token to change.</param>
/// <param name="Image">The reference as written.</param>
internal sealed record ImagePlace(Container Container, SourceLocation Location, string Image);
