using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>Ends the loading or rendering of a chart with an error.</summary>
internal sealed class ChartException(ChartError error) : Exception(error.Message)
{
    public ChartException(ChartErrorKind kind, SourceLocation location, string message)
        : this(new ChartError(kind, location, message))
    {
    }

    public ChartError Error { get; } = error;
}
