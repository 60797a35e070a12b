using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>The places of a file that is read as it stands.</summary>
internal sealed class FileOrigins(SourceText source) : YamlOrigins
{
    public override ValueOrigin Of(TextSpan span, string path) => new(source.At(span), path);
}
