using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>The labels that a project expects and what their values must be.</summary>
internal sealed class LabelSchema
{
    private readonly Dictionary<string, LabelType> _types = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];

    private LabelSchema(IReadOnlyList<string> entries)
    {
        foreach (var entry in entries)
        {
            var colon = entry.LastIndexOf(':');
            var key = (colon < 0 ? entry : entry.Substring(0, colon)).Trim();
            if (!_types.ContainsKey(key))
                _keys.Add(key);
            _types[key] = colon >= 0 && Enum.TryParse<LabelType>(entry.Substring(colon + 1).Trim(), ignoreCase: true, out var type) ? type : LabelType.Text;
        }
    }

    /// <summary>The option that all rules about labels read.</summary>
    public static RuleOption Option { get; } = new(
        "label_schema", "", "Labels and the types of their values, separated by commas: 'key:type' with the types text, url, rfc3339, spdx, hash, semver and email, as in hadolint's label-schema");

    /// <summary>In the order configured; empty without configuration.</summary>
    public IReadOnlyList<string> Keys => _keys;

    public static LabelSchema Of(DockerfileModel model, Rule rule) => new(model.Options.List(rule, Option.Name));

    /// <summary>The type of a label; null when neither the project nor the OCI annotations say.</summary>
    public LabelType? TypeOf(string key) => _types.TryGetValue(key, out var type) ? type : Annotation(key);

    public bool Contains(string key) => _types.ContainsKey(key);

    /// <remarks>Pre-defined annotation keys of the OCI image specification 1.1, https://github.com/opencontainers/image-spec/blob/v1.1.0/annotations.md.</remarks>
    private static LabelType? Annotation(string key) => key switch
    {
        "org.opencontainers.image.url" or "org.opencontainers.image.source" or "org.opencontainers.image.documentation" => LabelType.Url,
        "org.opencontainers.image.created" => LabelType.Rfc3339,
        "org.opencontainers.image.licenses" => LabelType.Spdx,
        "org.opencontainers.image.revision" => LabelType.Hash,
        _ => null,
    };
}
