using System.Globalization;
using System.Text;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Core.Tests.Yaml;

/// <summary>A tree as text, one node a line, for comparison by eye.</summary>
internal static class YamlDump
{
    public static string Of(YamlFile file)
    {
        var dump = new StringBuilder();
        foreach (var document in file.Documents)
        {
            dump.Append(CultureInfo.InvariantCulture, $"document {document.Span}\n");
            if (document.Root is { } root)
                Write(dump, root, 1);
        }

        foreach (var comment in file.Comments)
            dump.Append(CultureInfo.InvariantCulture, $"comment {comment.Span}{(comment.IsOwnLine ? " own line" : "")}\n");
        foreach (var error in file.Errors)
            dump.Append(CultureInfo.InvariantCulture, $"error {error.Span} {error.Message}\n");
        return dump.ToString();
    }

    private static void Write(StringBuilder dump, YamlNode node, int depth)
    {
        dump.Append(' ', 2 * depth);
        var decoration = (node.Anchor is { } anchor ? $" &{anchor}" : "") + (node.Tag is { } tag ? $" <{tag}>" : "");
        switch (node)
        {
            case YamlScalar scalar:
                dump.Append(CultureInfo.InvariantCulture, $"{scalar.Style} '{Escape(scalar.Value)}'{decoration} {scalar.Span}\n");
                break;
            case YamlAlias alias:
                dump.Append(CultureInfo.InvariantCulture, $"Alias {alias.Name} -> {alias.Target?.Span.ToString() ?? "nothing"} {alias.Span}\n");
                break;
            case YamlSequence sequence:
                dump.Append(CultureInfo.InvariantCulture, $"Sequence{decoration} {sequence.Span}\n");
                foreach (var item in sequence.Items)
                    Write(dump, item, depth + 1);
                break;
            case YamlMapping mapping:
                dump.Append(CultureInfo.InvariantCulture, $"Mapping{decoration} {mapping.Span}\n");
                foreach (var member in mapping.Members)
                {
                    Write(dump, member.KeyNode, depth + 1);
                    Write(dump, member.Value, depth + 2);
                }

                break;
        }
    }

    private static string Escape(string value) => value.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    public static YamlFile Parse(string text) => YamlFile.Parse(SourceText.From("file.yaml", text));
}
