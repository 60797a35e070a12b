using HardenBuild.Text;

namespace HardenBuild.Model.Compose.Loading;

/// <summary>Something that keeps Docker Compose from loading a project.</summary>
/// <param name="Location">The token that says what cannot be done.</param>
internal sealed record ComposeProblem(ComposeProblemKind Kind, SourceLocation Location)
{
    /// <summary>The user's name for what is missing or repeated: a service or a path.</summary>
    public string Name { get; init; } = "";

    /// <summary>The file holds variables of a service; people often write it before the first start.</summary>
    public bool IsEnvironmentFile { get; init; }

    /// <summary>The other place that takes part.</summary>
    public SourceLocation? Related { get; init; }
}
