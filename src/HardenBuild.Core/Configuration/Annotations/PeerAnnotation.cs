using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Annotations;

/// <summary>An annotation or label by which another tool is told to leave something out.</summary>
/// <param name="Place">Where the check is named.</param>
/// <param name="Checks">The tool's checks; all of them where the list is empty.</param>
/// <param name="Reason">Empty where none is given.</param>
/// <param name="Subjects">What the checks are not to be reported in.</param>
internal sealed record PeerAnnotation(IAnnotationDialect Dialect, TextSpan Place, ImmutableArray<string> Checks, string Reason, ImmutableArray<TextSpan> Subjects)
{
    /// <inheritdoc cref="SuppressionDirective.IsBlanket"/>
    public bool IsBlanket => Checks.IsEmpty;
}
