namespace HardenBuild.Rendering.Helm;

/// <summary>A render that costs more than it may.</summary>
internal sealed class RenderLimitException(string message) : Exception(message);
