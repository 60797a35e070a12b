using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary>A section header and the properties below it, or the preamble above the first header.</summary>
/// <param name="Name">The text between the outer brackets: a glob, or an absolute path in a global configuration; empty for the preamble.</param>
/// <param name="NameSpan">Where the name stands; empty for the preamble.</param>
/// <param name="Properties">In the order of first appearance; of a key that appears twice only the last line is kept.</param>
internal sealed record EditorConfigSection(string Name, TextSpan NameSpan, ImmutableArray<EditorConfigProperty> Properties)
{
    /// <summary>The property of a lower-case key.</summary>
    public EditorConfigProperty? Find(string key)
    {
        foreach (var property in Properties)
        {
            if (property.Key == key)
                return property;
        }

        return null;
    }
}
