using HardenBuild.Text;

namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>A place where a pod uses a Secret.</summary>
/// <param name="Container">The container that gets it as environment variables; null for a volume.</param>
/// <param name="Name">What it becomes: the variable, the Secret whose keys all become variables, or the volume.</param>
/// <param name="Secret">The name of the Secret.</param>
/// <param name="Location">The token that stands for the place.</param>
internal sealed record SecretReference(Container? Container, string Name, Setting<string> Secret, SourceLocation Location);
