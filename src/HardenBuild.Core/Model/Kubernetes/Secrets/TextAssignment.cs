namespace HardenBuild.Model.Kubernetes.Secrets;

/// <summary>A name and the value that is given to it in a text.</summary>
/// <param name="Name">Without quotes.</param>
/// <param name="Value">Without quotes.</param>
/// <param name="Start">Offset of the value in the text.</param>
internal readonly record struct TextAssignment(string Name, string Value, int Start);
