using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Context;

/// <summary>A line of <c>.dockerignore</c>.</summary>
/// <param name="Text">Cleaned, without <c>!</c> and without a leading slash.</param>
/// <param name="IsNegated">Whether a <c>!</c> takes back what earlier lines excluded.</param>
/// <param name="Location">The pattern as written, with its <c>!</c>.</param>
internal sealed record DockerIgnorePattern(string Text, bool IsNegated, PathPattern Pattern, SourceLocation Location)
{
    /// <summary>Whether everything matches: <c>*</c>, <c>**</c> and the like.</summary>
    public bool IsEverything => Text is "*" or "**" or "**/*" or ".";
}
