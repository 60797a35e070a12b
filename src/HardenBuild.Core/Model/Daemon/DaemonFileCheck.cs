using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Daemon;

/// <summary>Finds what makes dockerd refuse a <c>daemon.json</c>: text that is not JSON, unknown keys, values of the wrong type.</summary>
/// <remarks>Grammar: RFC 8259. The file was read as YAML, which also allows comments, other quotes and commas at the end.</remarks>
internal sealed class DaemonFileCheck
{
    // A file of another kind would have as many problems as lines.
    private const int Most = 20;

    private readonly List<(SourceLocation Location, string Problem)> _problems = [];

    public static IReadOnlyList<(SourceLocation Location, string Problem)> Run(YamlFile file, YamlMapping root)
    {
        var check = new DaemonFileCheck();
        foreach (var comment in file.Comments)
            check.Add(file.Source.At(comment.Span), "a comment is no JSON");
        check.CheckGrammar(root);
        check.CheckKeys(root);
        return check._problems;
    }

    private void CheckKeys(YamlMapping root)
    {
        foreach (var member in root.Members)
        {
            if (member.KeyNode is not YamlScalar { Style: YamlScalarStyle.DoubleQuoted } key)
                continue;
            if (DaemonKeys.Find(key.Value) is not { } kind)
                Add(key.LocationOf(0, key.Value.Length), $"dockerd knows no key '{key.Value}'");
            else if (kind == DaemonKeyKind.Texts && member.Value is YamlMapping texts)
                CheckTexts(key.Value, texts);
            else if (Expected(kind, member.Value) is { } expected)
                Add(member.Value.Location, $"'{key.Value}' must be {expected}");
        }
    }

    private void CheckTexts(string key, YamlMapping texts)
    {
        foreach (var member in texts.Members)
        {
            if (member.Value is not YamlScalar { Style: YamlScalarStyle.DoubleQuoted } and not YamlScalar { IsNull: true })
                Add(member.Value.Location, $"every value in '{key}' must be a text in double quotes");
        }
    }

    /// <summary>What the value should be; null when it is that, or null, which Go reads as absent.</summary>
    private static string? Expected(DaemonKeyKind kind, YamlNode value)
    {
        if (value is YamlScalar { IsUntypedPlain: true, Value: "null" })
            return null;
        var scalar = value as YamlScalar;
        var isText = scalar is { Style: YamlScalarStyle.DoubleQuoted };
        var isNumber = scalar is { IsUntypedPlain: true, Value: [(>= '0' and <= '9') or '-', ..] };
        return kind switch
        {
            DaemonKeyKind.Boolean when scalar is not { IsUntypedPlain: true, Value: "true" or "false" } => "true or false, without quotes",
            DaemonKeyKind.Text when !isText => "a text in double quotes",
            DaemonKeyKind.Number when !isNumber => "a number without quotes",
            DaemonKeyKind.TextOrNumber when !isText && !isNumber => "a size",
            DaemonKeyKind.List when value is not YamlSequence => "a list",
            DaemonKeyKind.Object or DaemonKeyKind.Texts when value is not YamlMapping => "an object",
            _ => null,
        };
    }

    private void CheckGrammar(YamlNode root)
    {
        var pending = new Stack<YamlNode>();
        pending.Push(root);
        while (pending.Count > 0 && _problems.Count < Most)
        {
            switch (pending.Pop())
            {
                case YamlMapping { IsFlow: true } mapping:
                    CheckTrailingComma(mapping, mapping.Members.IsEmpty ? null : mapping.Members[mapping.Members.Length - 1].Value);
                    foreach (var member in mapping.Members)
                    {
                        if (member.KeyNode is not YamlScalar { Style: YamlScalarStyle.DoubleQuoted })
                            Add(member.KeyLocation, "a key must be a text in double quotes");
                        pending.Push(member.Value);
                    }

                    break;
                case YamlSequence { IsFlow: true } list:
                    CheckTrailingComma(list, list.Items.IsEmpty ? null : list.Items[list.Items.Length - 1]);
                    foreach (var item in list.Items)
                        pending.Push(item);
                    break;
                case YamlScalar scalar when IsJson(scalar):
                    break;
                case var other:
                    Add(other.Location, "this is no JSON");
                    break;
            }
        }
    }

    private void CheckTrailingComma(YamlNode collection, YamlNode? last)
    {
        var text = collection.Source.Content;
        for (var i = last?.Span.End ?? collection.Span.End; i < collection.Span.End - 1; i++)
        {
            if (text[i] == ',')
                Add(collection.Source.At(new TextSpan(i, 1)), "JSON allows no comma after the last value");
            else if (!char.IsWhiteSpace(text[i]))
                return;
        }
    }

    private static bool IsJson(YamlScalar scalar) => scalar.Tag is null && scalar.Anchor is null && (scalar.Style == YamlScalarStyle.DoubleQuoted
        || (scalar.Style == YamlScalarStyle.Plain && (scalar.Value is "true" or "false" or "null" or [>= '0' and <= '9', ..] or ['-', >= '0' and <= '9', ..])));

    private void Add(SourceLocation location, string problem)
    {
        if (_problems.Count < Most && location.Span.Length > 0)
            _problems.Add((location, problem));
    }
}
