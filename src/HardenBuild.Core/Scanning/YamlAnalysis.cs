using System.Collections.Immutable;
using HardenBuild.Configuration;
using HardenBuild.Rules.Tool;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Scanning;

/// <summary>What every YAML format has in common: syntax errors and comments.</summary>
internal static class YamlAnalysis
{
    public static (YamlFile File, FileFindings Findings) Read(SourceText source, ImmutableArray<ISuppressionDialect> peers = default)
    {
        var file = YamlFile.Parse(source);
        var findings = new FileFindings(source) { PeerDialects = peers };
        foreach (var error in file.Errors)
            findings.Findings.Add(YamlSyntaxError.Instance.At(source.At(error.Span), error.Message));
        foreach (var comment in file.Comments)
            findings.Comments.Add(new SourceComment(comment.Span, comment.IsOwnLine));
        return (file, findings);
    }

    /// <summary>Adds the members of a mapping as constructs: the services of a Compose file, say.</summary>
    public static void AddMembers(YamlNode? node, List<TextSpan> constructs)
    {
        if (node is not YamlMapping mapping)
            return;
        foreach (var member in mapping.Members)
            constructs.Add(Around(member));
    }

    /// <summary>Adds the items of a sequence as constructs: the containers of a pod, say.</summary>
    public static void AddItems(YamlNode? node, List<TextSpan> constructs)
    {
        if (node is not YamlSequence sequence)
            return;
        foreach (var item in sequence.Items)
            constructs.Add(item.Span);
    }

    private static TextSpan Around(YamlMember member) =>
        TextSpan.FromBounds(member.KeyNode.Span.Start, Math.Max(member.KeyNode.Span.End, member.Value.Span.End));
}
