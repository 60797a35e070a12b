using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Baselines;

/// <summary>Reads the entries of a baseline, and says what is wrong with each that is none.</summary>
internal sealed class BaselineReader(SourceText source)
{
    public List<SyntaxError> Errors { get; } = [];

    public ImmutableArray<BaselineEntry> Read(YamlFile file)
    {
        if (file.Documents is not [{ Root: var root }] || root?.AsMapping is not { } top)
        {
            Errors.Add(new SyntaxError(default, "A baseline is one JSON object with 'version' and 'findings'; write it anew with 'hardenbuild baseline'"));
            return [];
        }

        if (top["version"]?.AsScalar is not { AsInteger: Baseline.Version })
            Errors.Add(new SyntaxError(top["version"]?.Span ?? new TextSpan(top.Span.Start, 1), $"The version of the baseline is not {Baseline.Version}; write it anew with 'hardenbuild baseline'"));
        if (top["findings"]?.AsSequence is not { } findings)
        {
            Errors.Add(new SyntaxError(top["findings"]?.Span ?? new TextSpan(top.Span.Start, 1), "The baseline has no list 'findings'; write it anew with 'hardenbuild baseline'"));
            return [];
        }

        var entries = ImmutableArray.CreateBuilder<BaselineEntry>(findings.Items.Length);
        foreach (var item in findings.Items)
        {
            if (ReadEntry(item) is { } entry)
                entries.Add(entry);
        }

        return entries.ToImmutable();
    }

    private BaselineEntry? ReadEntry(YamlNode item)
    {
        var mapping = item.AsMapping;
        if (Text(mapping, "fingerprint") is { } fingerprint && Text(mapping, "rule") is { } rule && Text(mapping, "path") is { } path
            && mapping?["count"]?.AsScalar?.AsInteger is { } count and > 0 and <= int.MaxValue)
            return new BaselineEntry(fingerprint.Value, rule.Value, path.Value, (int)count, source.At(fingerprint.ContentSpan));

        Errors.Add(new SyntaxError(item.Span, "An entry of the baseline needs the texts 'fingerprint', 'rule' and 'path' and a 'count' above 0; write the baseline anew with 'hardenbuild baseline'"));
        return null;
    }

    private static YamlScalar? Text(YamlMapping? mapping, string key) => mapping?[key]?.AsScalar is { Value.Length: > 0 } text ? text : null;
}
