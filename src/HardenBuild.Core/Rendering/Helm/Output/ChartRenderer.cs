using System.Runtime.ExceptionServices;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.ChartValues;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>Renders charts.</summary>
internal static class ChartRenderer
{
    /// <summary>Templates, values and YAML nest; a stack that overflows cannot be caught.</summary>
    private const int StackBytes = 64 << 20;

    /// <summary>Renders a chart for one set of values. The chart is not changed: one load serves many renders, also at once.</summary>
    /// <exception cref="OperationCanceledException">The render was cancelled.</exception>
    public static RenderedChart Render(Chart chart, UserValues values, RenderOptions options, CancellationToken cancellation)
    {
        RenderedChart? rendered = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    rendered = new ChartRendering(chart, options, cancellation).Run(values);
                }
                catch (Exception e) when (failure is null)
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            },
            StackBytes);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return rendered!;
    }
}
