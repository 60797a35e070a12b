using System.Collections.Immutable;
using HardenBuild.Rendering.Helm.Charts;
using HardenBuild.Text;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>Makes manifests of rendered files.</summary>
/// <remarks>Helm's SortManifests (pkg/release/v1/util/manifest_sorter.go).</remarks>
/// <param name="heads">Those that are known already.</param>
internal sealed class ManifestCollection(HelmVersion version, ManifestHeads heads)
{
    private readonly List<RenderedManifest> _objects = [];
    private readonly List<RenderedManifest> _hooks = [];

    /// <summary>The objects in the order of their installation, then the hooks.</summary>
    public ImmutableArray<RenderedManifest> ToImmutable() => [.. InstallOrder.Sort(_objects), .. InstallOrder.Sort(_hooks)];

    /// <summary>Adds the documents of a file. A document that is no manifest is left out.</summary>
    /// <returns>The errors of such documents.</returns>
    public IEnumerable<ChartError> Add(RenderedFile file)
    {
        foreach (var text in ManifestSplitter.Split(file.Text, version))
        {
            var reading = heads.Of(text.Content);
            if (reading.Head is { } head)
                Add(new RenderedManifest(file, text, head));
            else
                yield return Error(file, text, reading.Error, reading.ErrorAt);
        }
    }

    private void Add(RenderedManifest manifest)
    {
        if (manifest.Head.Hook is not { } hook)
            _objects.Add(manifest);
        else if (HelmHooks.Parse(hook) is { IsEmpty: false } events)
            _hooks.Add(manifest with { HookEvents = events });
    }

    private static ChartError Error(RenderedFile file, TracedText text, string error, int errorAt)
    {
        var place = RenderedPlace.Of(text, errorAt);
        var location = place?.Location ?? file.Template.Source.At(new TextSpan(0, 0));
        return new ChartError(ChartErrorKind.Manifest, location, $"YAML parse error on {file.Name}: {error}")
        {
            Includes = place?.Includes ?? [],
            Reason = error,
        };
    }
}
