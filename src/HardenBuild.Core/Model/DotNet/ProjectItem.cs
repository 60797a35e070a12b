using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.DotNet;

/// <summary>An item of a project file: <c>&lt;ContainerPort Include="8080" Type="tcp" /&gt;</c>.</summary>
/// <param name="Include">What <c>Include</c> or <c>Update</c> says.</param>
/// <param name="Metadata">Attributes and child elements.</param>
internal sealed record ProjectItem(string Name, Located<string> Include, ImmutableArray<ProjectProperty> Metadata, bool IsConditional)
{
    public ProjectProperty? Find(string name)
    {
        foreach (var metadata in Metadata)
        {
            if (metadata.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return metadata;
        }

        return null;
    }
}
