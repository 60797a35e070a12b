using HardenBuild.Model.Compose.Tree;

namespace HardenBuild.Core.Tests.Compose;

/// <summary>Writes a merged tree as one line, variables replaced.</summary>
internal static class ComposeDump
{
    public static string Show(ComposeNode? node) => node switch
    {
        null => "-",
        ComposeMapping mapping => "{" + string.Join(", ", mapping.Members.Select(member => $"{member.Key.Value}: {Show(member.Value)}")) + "}",
        ComposeSequence sequence => "[" + string.Join(", ", sequence.Items.Select(Show)) + "]",
        { IsNull: true } => "~",
        _ => node.Text?.Value ?? "?",
    };
}
