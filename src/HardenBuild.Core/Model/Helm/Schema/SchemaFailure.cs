using System.Collections.Immutable;
using HardenBuild.Rendering.Helm.Values;

namespace HardenBuild.Model.Helm.Schema;

/// <summary>A value that a schema refuses.</summary>
/// <param name="Path">From the root of the values; a number in brackets for an item of a list.</param>
/// <param name="Value">The value; the map itself where a key is missing from it.</param>
/// <param name="Keyword">The keyword's own value in the schema.</param>
/// <param name="Reason">In words, fit for the end of a sentence; never the value itself, which may be a secret.</param>
/// <param name="IsMissing">A key is missing that the schema requires.</param>
internal sealed record SchemaFailure(ImmutableArray<string> Path, GoValue Value, GoValue Keyword, string Reason, bool IsMissing = false);
