using HardenBuild.Model.Kubernetes;

namespace HardenBuild.Rules.Kubernetes.Storage;

/// <summary>An object that a pod has as a volume.</summary>
/// <param name="Name">The name of the object.</param>
internal readonly record struct MountedObject(Volume Volume, Setting<string> Name);
