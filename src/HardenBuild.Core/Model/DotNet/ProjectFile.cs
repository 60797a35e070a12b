using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.DotNet;

/// <summary>A project or props file as it is written: nothing is evaluated.</summary>
internal sealed class ProjectFile
{
    public required SourceText Source { get; init; }

    /// <summary>What the <c>Sdk</c> attribute or element says; null without one.</summary>
    public required Located<string>? Sdk { get; init; }

    /// <summary>In order; those inside targets are left out.</summary>
    public required ImmutableArray<ProjectProperty> Properties { get; init; }

    /// <inheritdoc cref="Properties"/>
    public required ImmutableArray<ProjectItem> Items { get; init; }

    /// <summary>Whether the file imports others by path: what it does not say may stand there.</summary>
    public required bool HasImports { get; init; }

    public required ImmutableArray<TextSpan> Comments { get; init; }

    /// <summary>Reads a file; null when it is no well-formed project.</summary>
    public static ProjectFile? Parse(SourceText source) => new ProjectFileReader(source).Read();

    /// <summary>The last property of a name. One that depends on a condition anywhere makes the name's value unknown.</summary>
    public ProjectProperty? Find(string name)
    {
        ProjectProperty? last = null;
        foreach (var property in Properties)
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                last = last is { IsConditional: true } ? property with { IsConditional = true } : property;
        }

        return last;
    }

    public IEnumerable<ProjectItem> FindItems(string name) => Items.Where(item => item.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
