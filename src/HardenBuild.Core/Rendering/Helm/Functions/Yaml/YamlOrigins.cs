using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Functions.Yaml;

/// <summary>Tells where a part of a YAML text was written.</summary>
internal abstract class YamlOrigins
{
    /// <summary>The origin of a value, from where it stands in the text that is read.</summary>
    /// <param name="span">The value, or the key of a collection in block style.</param>
    /// <param name="path">The value's path from the root of its document.</param>
    public abstract ValueOrigin? Of(TextSpan span, string path);
}
