using System.Collections.Immutable;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Daemon;

/// <summary>The keys of <c>daemon.json</c> as dockerd reads them: exact names, JSON types, the last of two equal keys.</summary>
internal sealed class DaemonFileSettings : DaemonSettings
{
    private readonly YamlMapping _root;
    private readonly Dictionary<string, YamlMember> _members = new(StringComparer.Ordinal);
    private readonly bool _isJson;

    public DaemonFileSettings(YamlMapping root)
    {
        _root = root;
        _isJson = root.IsFlow;
        foreach (var member in root.Members)
        {
            if (member.KeyNode is YamlScalar { Style: YamlScalarStyle.DoubleQuoted } key)
                _members[key.Value] = member;
            else
                _isJson = false; // A comment in the style of C becomes part of a plain key: the real key is lost.
        }
    }

    public override SourceLocation? AbsenceOf(string key) =>
        _isJson && !_members.ContainsKey(key) ? _root.Source.At(new TextSpan(_root.Span.Start, 1)) : null;

    public override SourceLocation? NameOf(string key) => _members.TryGetValue(key, out var member) ? member.KeyLocation : null;

    public override Located<bool>? Boolean(string key) => AsBoolean(Value(key));

    public override Located<bool>? Boolean(string key, string member) => AsBoolean((Value(key) as YamlMapping)?.FindOwn(member)?.Value);

    public override DaemonText? TextOf(string key) => Value(key) is YamlScalar scalar && IsText(scalar) ? new DaemonText(scalar) : null;

    public override ImmutableArray<DaemonText> List(string key) => Value(key) is YamlSequence list
        ? [.. list.Items.OfType<YamlScalar>().Where(IsText).Select(static scalar => new DaemonText(scalar))]
        : [];

    public override ImmutableArray<(string Key, DaemonText Value)> Members(string key)
    {
        if (Value(key) is not YamlMapping mapping)
            return [];
        var members = ImmutableArray.CreateBuilder<(string, DaemonText)>();
        foreach (var member in mapping.Members)
        {
            if (member.KeyNode is YamlScalar name && member.Value is YamlScalar value && IsText(value))
                members.Add((name.Value, new DaemonText(value)));
        }

        return members.ToImmutable();
    }

    public override ImmutableArray<string> Names(string key) => Value(key) is YamlMapping mapping
        ? [.. mapping.Members.Select(static member => member.KeyNode).OfType<YamlScalar>().Select(static name => name.Value)]
        : [];

    private static Located<bool>? AsBoolean(YamlNode? node) => node switch
    {
        YamlScalar { IsUntypedPlain: true, Value: "true" } => new(true, node.Location),
        YamlScalar { IsUntypedPlain: true, Value: "false" } => new(false, node.Location),
        _ => null,
    };

    private static bool IsText(YamlScalar scalar) => scalar.Style == YamlScalarStyle.DoubleQuoted;

    private YamlNode? Value(string key) => _members.TryGetValue(key, out var member) ? member.Value : null;
}
