using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>A secret in a manifest.</summary>
/// <param name="What">What it is, fit for the middle of a sentence, without the secret itself.</param>
/// <param name="Location">Its own characters, or the token that stands for it.</param>
/// <param name="Value">Whether it only stands for a secret.</param>
internal sealed record LocatedSecret(string What, SourceLocation Location, SecretValue Value);
