using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Daemon;

/// <summary>The keys of <c>daemon.json</c> as dockerd reads them: exact names, JSON types, the last of two equal keys.</summary>
internal sealed class DaemonSettings
{
    private readonly YamlMapping _root;
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly bool _isJson;

    public DaemonSettings(YamlMapping root)
    {
        _root = root;
        _isJson = root.IsFlow;
        foreach (var member in root.Members)
        {
            if (member.KeyNode is YamlScalar { Style: YamlScalarStyle.DoubleQuoted } key)
                _values[key.Value] = member.Value;
            else
                _isJson = false; // A comment in the style of C becomes part of a plain key: the real key is lost.
        }
    }

    /// <summary>See <see cref="DaemonConfiguration.AbsenceOf"/>.</summary>
    public SourceLocation? AbsenceOf(string key) =>
        _isJson && !_values.ContainsKey(key) ? _root.Source.At(new TextSpan(_root.Span.Start, 1)) : null;

    /// <summary>A <c>true</c> or <c>false</c>; null where the key is absent or something else.</summary>
    public Located<bool>? Boolean(string key) => Scalar(key) switch
    {
        { IsUntypedPlain: true, Value: "true" } scalar => new(true, scalar.Location),
        { IsUntypedPlain: true, Value: "false" } scalar => new(false, scalar.Location),
        _ => null,
    };

    /// <summary>A text, located without its quotes unless it is empty; null where the key is absent or something else.</summary>
    public Located<string>? Text(string key) => Scalar(key) is { } scalar && IsText(scalar) ? Locate(scalar) : null;

    /// <summary>The texts in a list; empty where the key is absent or something else.</summary>
    public ImmutableArray<YamlScalar> Scalars(string key) => _values.TryGetValue(key, out var value) && value is YamlSequence list
        ? [.. list.Items.OfType<YamlScalar>().Where(IsText)]
        : [];

    public static Located<string> Locate(YamlScalar scalar) =>
        new(scalar.Value, scalar.Value.Length > 0 ? scalar.LocationOf(0, scalar.Value.Length) : scalar.Location);

    private static bool IsText(YamlScalar scalar) => scalar.Style == YamlScalarStyle.DoubleQuoted;

    private YamlScalar? Scalar(string key) => _values.TryGetValue(key, out var value) ? value as YamlScalar : null;
}
