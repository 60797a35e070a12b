using System.Collections.Immutable;
using System.Text;
using HardenBuild.Text;

namespace HardenBuild.Syntax.Shell;

/// <summary>A word: pieces of text and expansions without a blank between them.</summary>
internal sealed class ShellWord(TextSpan span, RawText raw, ImmutableArray<ShellPart> parts) : ShellNode(span)
{
    public ImmutableArray<ShellPart> Parts => parts;

    /// <summary>The word as written.</summary>
    public string Text => raw.ToString();

    /// <summary>The text after quote removal; null when the word has an expansion.</summary>
    public string? LiteralValue { get; } = Concatenate(parts);

    /// <summary>The text after quote removal up to the first expansion.</summary>
    public string LiteralPrefix => LiteralValue ?? PrefixOf(parts);

    /// <summary>True when no part is quoted or escaped, so that reserved words and assignments count.</summary>
    public bool IsBare => parts is [LiteralPart { Quoting: Quoting.None } only] && only.Value.Length == raw.Length;

    internal RawText Raw => raw;

    internal static string? Concatenate(ImmutableArray<ShellPart> parts)
    {
        if (parts.Length == 1)
            return parts[0].LiteralValue;
        foreach (var part in parts)
        {
            if (part.LiteralValue is null)
                return null;
        }

        var value = new StringBuilder();
        foreach (var part in parts)
            value.Append(part.LiteralValue);
        return value.ToString();
    }

    internal override void AddChildren(List<ShellNode> children) => children.AddRange(parts);

    private static string PrefixOf(ImmutableArray<ShellPart> parts)
    {
        var prefix = new StringBuilder();
        foreach (var part in parts)
        {
            if (part.LiteralValue is { } value)
            {
                prefix.Append(value);
                continue;
            }

            if (part is DoubleQuotedPart quoted)
                prefix.Append(PrefixOf(quoted.Parts));
            break;
        }

        return prefix.ToString();
    }
}
