using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Kubernetes;

/// <summary>The fields of an object in a manifest, read as the API server would read them.</summary>
/// <remarks>An absent object has absent fields, an unknown one has unknown fields, so that reading never branches.</remarks>
internal readonly struct ManifestFields
{
    private readonly bool _isUnknown;

    public ManifestFields(YamlNode? node)
    {
        Mapping = node?.AsMapping;
        _isUnknown = Mapping is { } mapping ? Placeholders.IsPlaceholder(mapping) : node is not null && !IsNull(node);
    }

    /// <summary>The object's text; null where it is absent or something else than an object.</summary>
    public YamlMapping? Mapping { get; }

    /// <summary>The object is written in a way that says nothing about its fields.</summary>
    public bool IsUnknown => _isUnknown;

    public bool IsAbsent => Mapping is null && !_isUnknown;

    public ManifestFields Object(string key) => _isUnknown ? this : new ManifestFields(Mapping?[key]);

    /// <remarks>The API's decoder takes YAML 1.1's plain words and refuses quoted ones.</remarks>
    public Setting<bool> Boolean(string key) =>
        Scalar(key) is not { } scalar ? Missing<bool>(key)
        : scalar.AsYaml11Boolean is { } value ? Setting<bool>.Of(value, scalar.Location)
        : Setting<bool>.Unknown;

    public Setting<long> Integer(string key) =>
        Scalar(key) is not { } scalar ? Missing<long>(key)
        : scalar.AsInteger is { } value ? Setting<long>.Of(value, scalar.Location)
        : Setting<long>.Unknown;

    public Setting<string> Text(string key) =>
        Scalar(key) is not { } scalar ? Missing<string>(key)
        : Placeholders.IsPlaceholder(scalar.Value) ? Setting<string>.Unknown
        : Setting<string>.Of(scalar.Value, scalar.Location);

    /// <summary>The items of a list; those that are not objects are left out, and an absent or unknown list has none.</summary>
    public ImmutableArray<YamlMapping> Objects(string key)
    {
        if (_isUnknown || Mapping?[key]?.AsSequence is not { } sequence)
            return [];
        var objects = ImmutableArray.CreateBuilder<YamlMapping>(sequence.Items.Length);
        foreach (var item in sequence.Items)
        {
            if (item.AsMapping is { } mapping && !Placeholders.IsPlaceholder(mapping))
                objects.Add(mapping);
        }

        return objects.ToImmutable();
    }

    /// <summary>The texts of a list.</summary>
    public TextList Texts(string key) => _isUnknown ? TextList.Unknown : TextList.From(Mapping?[key]);

    public override string ToString() => Mapping?.ToString() ?? "";

    private static bool IsNull(YamlNode node) => node.AsScalar is { IsNull: true };

    private YamlScalar? Scalar(string key) => !_isUnknown && Mapping?[key] is YamlScalar { IsNull: false } scalar ? scalar : null;

    private Setting<T> Missing<T>(string key) =>
        _isUnknown || (Mapping?[key] is { } node && !IsNull(node)) ? Setting<T>.Unknown : Setting<T>.Absent;
}
