using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Carriers;

/// <summary>A container that a build service runs a job or a step in, or beside a job.</summary>
/// <param name="Node">The image alone, or a mapping with image, options, volumes and so on.</param>
/// <param name="Key">What the container is in the words of the service, <c>services</c> or <c>container</c>.</param>
/// <param name="IsDisposable">Whether the machine is known to be thrown away after the job.</param>
internal sealed record PipelineJobContainer(Located<string> Name, string Key, YamlNode Node, bool IsDisposable)
{
    /// <summary>The image where it is written out; null where it is filled in.</summary>
    public Located<string>? Image => PipelineText.Known((Node.AsMapping is { } mapping ? mapping["image"] ?? mapping["name"] : Node)?.AsScalar);
}
