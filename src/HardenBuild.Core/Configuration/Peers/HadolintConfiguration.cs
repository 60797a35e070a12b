using System.Collections.Immutable;
using HardenBuild.Configuration.Dialects;
using HardenBuild.Rules;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Peers;

/// <summary><c>.hadolint.yaml</c> in our words. Keys about output and exit codes are left to hadolint.</summary>
/// <remarks>Format: https://github.com/hadolint/hadolint#configure.</remarks>
internal sealed class HadolintConfiguration(SourceText source, AliasIndex aliases)
{
    private const string Peer = "hadolint";

    private readonly ImmutableArray<PeerSeverity>.Builder _severities = ImmutableArray.CreateBuilder<PeerSeverity>();
    private readonly ImmutableArray<PeerOption>.Builder _options = ImmutableArray.CreateBuilder<PeerOption>();

    public PeerFile Read()
    {
        if (YamlFile.Parse(source).Documents is [{ Root: { } root }, ..])
        {
            ReadRegistries(root.At("trustedRegistries"));
            ReadLabels(root);
            ReadOverrides(root.At("override"));
            // Last, as for hadolint: what is ignored is not reported whatever its severity.
            ReadRules(root.At("ignored"), RuleSeverity.None);
            if (root.At("disable-ignore-pragma")?.AsScalar is { AsYaml11Boolean: true } pragma)
                _options.Add(new PeerOption(ConfigurationKeys.PeerSuppressions, PeerDialects.AllBut(Peer), pragma.Span));
        }

        return new PeerFile(source, Peer, _severities.ToImmutable(), _options.ToImmutable());
    }

    private void ReadOverrides(YamlNode? overrides)
    {
        ReadRules(overrides?.At("style"), RuleSeverity.Suggestion);
        ReadRules(overrides?.At("info"), RuleSeverity.Suggestion);
        ReadRules(overrides?.At("warning"), RuleSeverity.Warning);
        ReadRules(overrides?.At("error"), RuleSeverity.Error);
    }

    private void ReadRules(YamlNode? list, RuleSeverity severity)
    {
        foreach (var code in Texts(list))
            AddRules(code.Value, severity, code.Span);
    }

    /// <summary>A list of registries is what switches hadolint's check on.</summary>
    private void ReadRegistries(YamlNode? node)
    {
        var registries = Texts(node).ToList();
        if (registries.Count == 0)
            return;

        AddRules("DL3026", RuleSeverity.Warning, registries[0].Span);
        AddOption("allowed_registries", string.Join(", ", registries.Select(static registry => registry.Value)), registries[0].Span);
    }

    /// <summary>A schema is what switches hadolint's checks of labels on.</summary>
    private void ReadLabels(YamlNode root)
    {
        var entries = new List<string>();
        foreach (var member in root.At("label-schema")?.AsMapping?.Members ?? [])
        {
            if (member is { Key: { } label, Value.AsScalar: { } type })
                entries.Add(label.Value + ":" + type.Value);
        }

        if (entries.Count > 0)
        {
            var place = root.At("label-schema")!.AsMapping!.Members[0].KeyNode.Span;
            foreach (var code in (string[])["DL3049", "DL3051", "DL3052", "DL3053", "DL3054", "DL3055", "DL3056", "DL3058"])
                AddRules(code, RuleSeverity.Suggestion, place);
            AddOption("label_schema", string.Join(", ", entries), place);
        }

        if (root.At("strict-labels")?.AsScalar is { AsYaml11Boolean: true } strict)
        {
            AddRules("DL3050", RuleSeverity.Suggestion, strict.Span);
            AddOption("strict_labels", "true", strict.Span);
        }
    }

    private void AddRules(string code, RuleSeverity severity, TextSpan place)
    {
        foreach (var rule in aliases.Find(Peer, code))
            _severities.Add(new PeerSeverity(rule, severity, place));
    }

    private void AddOption(string name, string value, TextSpan place) => _options.Add(new PeerOption(ConfigurationKeys.OptionPrefix + name, value, place));

    /// <summary>A text, or the texts of a list.</summary>
    private static IEnumerable<YamlScalar> Texts(YamlNode? node) => node?.AsScalar is { IsNull: false } single
        ? [single]
        : (node?.AsSequence?.Items ?? []).Select(static item => item.AsScalar).OfType<YamlScalar>();
}
