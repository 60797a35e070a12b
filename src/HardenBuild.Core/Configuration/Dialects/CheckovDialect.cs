using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Dialects;

/// <summary><c># checkov:skip=CKV_DOCKER_3:reason</c>, also for <c>bridgecrew</c> and <c>cortex</c>: from any line for all that the format has around it.</summary>
/// <param name="scope">How far a comment reaches.</param>
internal sealed class CheckovDialect(SuppressionScope scope) : ISuppressionDialect
{
    public string Peer => "checkov";

    public string ReasonForm => "add ':reason'";

    public IEnumerable<SuppressionDirective> Read(SourceText source, SourceComment comment)
    {
        var reader = CommentReader.OfComment(source.Content, comment.Span);
        if (!reader.TryFind(":skip="))
            return [];

        var key = source.Content.LastIndexOfAny([' ', '\t', '#'], reader.Position - 1) + 1;
        if (source.Content.Substring(key, reader.Position - key) is not ("checkov:skip=" or "bridgecrew:skip=" or "cortex:skip="))
            return [];

        reader.SkipBlanks();
        var list = reader.SkipWhile(static c => c is ',' or '_' || char.IsLetterOrDigit(c));
        var names = RuleList.Split(source.Content, list);
        if (names.Count == 0)
            return [];

        var reason = reader.TryRead(":") ? source.Substring(reader.ReadRest()).Trim() : "";
        return [new SuppressionDirective(TextSpan.FromBounds(key, list.End), scope, [.. names], reason)];
    }

    public IEnumerable<Rule> Resolve(string name, RuleIndex rules) => rules.Aliases.Find(Peer, name);
}
