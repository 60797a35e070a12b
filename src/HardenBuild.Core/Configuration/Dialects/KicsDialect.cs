using System.Collections.Immutable;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Dialects;

/// <summary><c># kics-scan ignore</c>, <c>disable=ID,ID</c> and <c>enable=ID,ID</c> at the head of a file; <c>ignore-block</c> and <c>ignore-line</c> anywhere.</summary>
/// <remarks>An id is the UUID of a query or the name of its folder, or of a query about Kubernetes its title. One that we do not know is a query about something else.</remarks>
/// <param name="line">What the format takes for a line.</param>
internal sealed class KicsDialect(SuppressionScope line) : ISuppressionDialect
{
    private const string Enable = "enable=";
    private const string Disable = "disable=";

    public string Peer => "kics";

    public string ReasonForm => "give it in a comment 'hardenbuild:disable=HB1001 -- reason' instead";

    public IEnumerable<SuppressionDirective> Read(SourceText source, SourceComment comment)
    {
        var reader = CommentReader.OfComment(source.Content, comment.Span);
        if (!reader.TryRead("kics-scan") || !reader.SkipBlanks())
            return [];

        var directives = new List<SuppressionDirective>();
        while (!reader.IsAtEnd)
        {
            if (ReadCommand(source, ref reader) is { } directive)
                directives.Add(directive);
            reader.SkipBlanks();
        }

        return directives;
    }

    public IEnumerable<Rule> Resolve(string name, RuleIndex rules)
    {
        if (!name.StartsWith(Enable, StringComparison.Ordinal))
            return name.StartsWith("ignore", StringComparison.Ordinal) ? rules.Aliases.OfPeer(Peer) : OfQuery(name, rules);

        var enabled = name.Substring(Enable.Length).Split(',').SelectMany(id => OfQuery(id.Trim(), rules));
        return rules.Aliases.OfPeer(Peer).Except(enabled);
    }

    private SuppressionDirective? ReadCommand(SourceText source, ref CommentReader reader)
    {
        var span = reader.SkipWhile(static c => !char.IsWhiteSpace(c));
        var command = source.Substring(span);
        if (command.StartsWith(Disable, StringComparison.Ordinal))
        {
            var names = RuleList.Split(source.Content, TextSpan.FromBounds(span.Start + Disable.Length, span.End));
            return new SuppressionDirective(span, SuppressionScope.FileFromHead, [.. names], "");
        }

        SuppressionScope? scope = command switch
        {
            "ignore" => SuppressionScope.FileFromHead,
            "ignore-block" => SuppressionScope.Construct,
            "ignore-line" => line,
            _ when command.StartsWith(Enable, StringComparison.Ordinal) => SuppressionScope.FileFromHead,
            _ => null,
        };
        return scope is { } known ? new SuppressionDirective(span, known, [span], "") { IsBlanket = true } : null;
    }

    private IEnumerable<Rule> OfQuery(string id, RuleIndex rules) => KicsManifestQueries.TitlesOf(id)
        .Append(KicsQueries.FolderOf(id))
        .SelectMany(name => rules.Aliases.Find(Peer, name).AsEnumerable())
        .Distinct();
}
