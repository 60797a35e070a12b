using HardenBuild.Rendering.Helm.Functions.Dictionaries;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Rendering.Helm.ChartValues;

/// <summary>Copies of values that were read from files, so that the originals serve the next release.</summary>
internal static class ValuesCopy
{
    // The reader of the files has counted the nodes already.
    private static readonly Action<int> Uncounted = static _ => { };

    public static GoMap Of(GoMap values) => (GoMap)ValueCopy.Of(values, Uncounted);

    public static GoValue Of(GoValue value) => ValueCopy.Of(value, Uncounted);
}
