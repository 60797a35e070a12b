using System.Collections.Concurrent;

namespace HardenBuild.Rendering.Helm.Output;

/// <summary>The heads of a chart's documents: most are the same in each of its renders. Safe for many threads.</summary>
internal sealed class ManifestHeads
{
    private readonly ConcurrentDictionary<string, Reading> _read = new(StringComparer.Ordinal);

    /// <summary>See <see cref="ManifestHead.Read(string, out string, out int)"/>.</summary>
    public Reading Of(string document) => _read.GetOrAdd(document, static text => new Reading(ManifestHead.Read(text, out var error, out var errorAt), error, errorAt));

    /// <summary>A head, or what is wrong with the document, and where.</summary>
    public sealed record Reading(ManifestHead? Head, string Error, int ErrorAt);
}
