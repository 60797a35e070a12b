namespace HardenBuild.Rendering.Helm.Functions;

/// <summary>A call that fails, with the words that Helm prints after <c>error calling NAME:</c>.</summary>
internal sealed class FunctionException(string message) : Exception(message);
