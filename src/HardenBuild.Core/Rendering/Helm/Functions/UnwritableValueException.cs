namespace HardenBuild.Rendering.Helm.Functions;

/// <summary>A value that a writer of YAML, JSON or TOML refuses, with the words of Go's writer.</summary>
internal sealed class UnwritableValueException(string message) : Exception(message);
