namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>A YAML text that Go's reader refuses although its syntax is right.</summary>
/// <param name="offset">Where in the text.</param>
internal sealed class YamlReadingException(string message, int offset) : Exception(message)
{
    public int Offset { get; } = offset;
}
