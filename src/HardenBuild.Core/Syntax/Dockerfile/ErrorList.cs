using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>Collects the errors of one file.</summary>
internal sealed class ErrorList
{
    private readonly List<SyntaxError> _errors = [];

    public void Add(TextSpan span, string message) => _errors.Add(new SyntaxError(span, message));

    public ImmutableArray<SyntaxError> ToSorted()
    {
        // Stable: errors at the same place stay in the order found.
        return [.. _errors.OrderBy(error => error.Span.Start)];
    }
}
