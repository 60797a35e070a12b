using System.Collections.Immutable;

namespace HardenBuild.Scanning.Caching;

/// <summary>A result with what it depends on.</summary>
/// <param name="Key">See <see cref="ScanKey"/>.</param>
/// <param name="Answers">What rules were told about files beside the inputs: the result holds as long as they would be told the same.</param>
internal sealed record KeptResult(string Key, ImmutableArray<FileAnswer> Answers, ScanResult Result);
