using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>A secret in a text.</summary>
/// <param name="What">What it is, fit for the middle of a sentence, without the secret itself.</param>
/// <param name="Span">Its own characters.</param>
/// <param name="Value">Whether it only stands for a secret.</param>
internal sealed record ConfigurationSecret(string What, TextSpan Span, SecretValue Value);
