using System.Collections.Immutable;

namespace HardenBuild.Model.Compose.Projects;

/// <summary>Compose files that are merged into one project.</summary>
/// <param name="Files">From the base to the last override, relative to the repository root.</param>
internal sealed record ComposeFileGroup(ImmutableArray<string> Files, ComposeFileGroupKind Kind)
{
    public string Main => Files[0];

    /// <summary>Files that others merge over the same base: what this project lacks may be said there.</summary>
    public ImmutableArray<string> Siblings { get; init; } = [];

    public override string ToString() => string.Join("+", Files) + (Kind == ComposeFileGroupKind.Project ? "" : " " + Kind.ToString().ToLowerInvariant());
}
