using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Baselines;

/// <summary>Findings that a repository lives with: those that were there when it began to use the product. They are not reported; new ones are.</summary>
/// <remarks>
/// JSON: <c>{"version": 1, "findings": [{"fingerprint": "…", "rule": "HB1001", "path": "src/Dockerfile", "count": 1}]}</c>. The fingerprint decides;
/// rule and path are for people, and tell when an entry is out of date. See <see cref="Reporting.FindingFingerprint"/>.
/// </remarks>
public sealed class Baseline
{
    /// <summary>The name under which a baseline is found in the repository root.</summary>
    public const string FileName = "hardenbuild.baseline.json";

    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    private Baseline(ImmutableArray<BaselineEntry> entries, ImmutableArray<SyntaxError> errors)
    {
        Entries = entries;
        Errors = errors;
    }

    /// <summary>Empty where the file has an error: half a baseline would report what the other half hides.</summary>
    internal ImmutableArray<BaselineEntry> Entries { get; }

    internal ImmutableArray<SyntaxError> Errors { get; }

    internal static Baseline Parse(SourceText source)
    {
        var file = YamlFile.Parse(source);
        if (!file.Errors.IsEmpty)
            return new Baseline([], file.Errors);
        var reader = new BaselineReader(source);
        var entries = reader.Read(file);
        return reader.Errors.Count > 0 ? new Baseline([], [.. reader.Errors]) : new Baseline(entries, []);
    }
}
