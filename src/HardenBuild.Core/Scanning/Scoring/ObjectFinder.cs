using HardenBuild.Model.Kubernetes;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Scoring;

/// <summary>Finds the object that a place lies in.</summary>
internal sealed class ObjectFinder
{
    private readonly Dictionary<SourceText, KubernetesObject[]> _byFile = [];

    public ObjectFinder(IEnumerable<KubernetesObject> objects)
    {
        foreach (var file in objects.GroupBy(static manifest => manifest.Root.Source))
            _byFile.Add(file.Key, [.. file.OrderBy(static manifest => manifest.Root.Span.Start)]);
    }

    /// <summary>Null for a place outside of all objects.</summary>
    public KubernetesObject? At(SourceLocation location)
    {
        if (!_byFile.TryGetValue(location.Source, out var objects))
            return null;
        var (low, high) = (0, objects.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (objects[middle].Root.Span.Start <= location.Span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && objects[low - 1].Root.Span.Contains(location.Span) ? objects[low - 1] : null;
    }
}
