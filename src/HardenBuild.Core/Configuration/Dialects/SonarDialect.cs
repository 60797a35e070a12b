using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Dialects;

/// <summary><c># NOSONAR</c> or <c># NOSONAR(S6596,docker:S6472) reason</c>.</summary>
/// <remarks>For Sonar it counts on its own line; a Dockerfile has no comments behind code, so above an instruction it is meant for that one.</remarks>
internal sealed class SonarDialect : ISuppressionDialect
{
    private const string Word = "NOSONAR";

    public string Peer => "sonar";

    public string ReasonForm => "write it behind the comment";

    public IEnumerable<SuppressionDirective> Read(SourceText source, SourceComment comment)
    {
        var text = source.Content;
        var reader = CommentReader.OfComment(text, comment.Span);
        if (!reader.TryFind(Word))
            return [];

        var word = new TextSpan(reader.Position - Word.Length, Word.Length);
        List<TextSpan> names = reader.TryRead("(") ? RuleList.Split(text, reader.SkipWhile(static c => c != ')')) : [];
        var isBlanket = names.Count == 0;
        reader.TryRead(")");
        var reason = source.Substring(reader.ReadRest()).Trim(' ', '\t', ':', '-');
        return [new SuppressionDirective(word, SuppressionScope.Instruction, isBlanket ? [word] : [.. names], reason) { IsBlanket = isBlanket }];
    }

    /// <remarks>A key has its repository before it, <c>docker:S6596</c>; aliases have the bare key.</remarks>
    public IEnumerable<Rule> Resolve(string name, RuleIndex rules) =>
        name == Word ? rules.Aliases.OfPeer(Peer) : rules.Aliases.Find(Peer, name.Substring(name.LastIndexOf(':') + 1));
}
