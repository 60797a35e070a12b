using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>The charts that take part in a release, and the values that their templates see.</summary>
/// <param name="Root">The chart that is installed.</param>
/// <param name="Values">Its values; those of a subchart stand below the subchart's name.</param>
internal sealed record ReleaseValues(ChartInstance Root, GoMap Values)
{
    /// <summary>Puts values together in Helm's order: the user's, then the choice of subcharts, then imports, then defaults.</summary>
    /// <exception cref="ChartException">Values cannot be read or do not fit together.</exception>
    public static ReleaseValues Of(Chart chart, UserValues user, HelmVersion version)
    {
        var given = user.Read();
        var root = ChartInstance.Root(chart);
        var coalescing = new ValuesCoalescing(version);
        new DependencySelection(coalescing).Apply(root, given, "");
        new ValuesImport(coalescing).Apply(root);
        return new ReleaseValues(root, coalescing.Coalesce(root, given));
    }
}
