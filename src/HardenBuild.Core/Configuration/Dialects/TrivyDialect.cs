using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Dialects;

/// <summary><c># trivy:ignore:DS-0002:exp:2027-01-31 reason</c>, several of them in a comment, and the older <c>tfsec:ignore:</c>.</summary>
/// <param name="scope">How far a comment reaches.</param>
internal sealed class TrivyDialect(SuppressionScope scope) : ISuppressionDialect
{
    private const string All = "*";

    public string Peer => "trivy";

    public string ReasonForm => "write it behind the comment";

    public IEnumerable<SuppressionDirective> Read(SourceText source, SourceComment comment)
    {
        var reader = CommentReader.OfComment(source.Content, comment.Span);
        if (!reader.TryFind(":ignore:"))
            return [];

        var directives = new List<SuppressionDirective>();
        var reason = new List<string>();
        reader = CommentReader.OfComment(source.Content, comment.Span);
        while (!reader.IsAtEnd)
        {
            var word = reader.SkipWhile(static c => !char.IsWhiteSpace(c));
            if (ReadWord(source, word) is { } directive)
                directives.Add(directive);
            else
                reason.Add(source.Substring(word));
            reader.SkipWhile(static c => c == '#' || char.IsWhiteSpace(c));
        }

        var words = string.Join(" ", reason);
        return directives.Select(directive => directive with { Reason = words });
    }

    public IEnumerable<Rule> Resolve(string name, RuleIndex rules) =>
        name == All ? rules.Aliases.OfPeer(Peer) : rules.Aliases.Find(Peer, TrivyCheck.Normalize(name));

    /// <summary>A word is a tool and then keys and values in turn, all separated by colons.</summary>
    private SuppressionDirective? ReadWord(SourceText source, TextSpan word)
    {
        var reader = new CommentReader(source.Content, word);
        if (!reader.TryRead("trivy:") && !reader.TryRead("tfsec:"))
            return null;

        TextSpan? id = null;
        (DateTime Date, TextSpan Span)? until = null;
        while (!reader.IsAtEnd)
        {
            var key = source.Substring(ReadPart(ref reader));
            var value = ReadPart(ref reader);
            if (key == "ignore")
                id = WithoutParameters(source, value);
            else if (key == "exp")
                until = (LastDay(source.Substring(value)), value);
        }

        return id is { IsEmpty: false } name
            ? new SuppressionDirective(word, scope, [name], "") { Until = until, IsBlanket = source.Substring(name) == All }
            : null;
    }

    private static TextSpan ReadPart(ref CommentReader reader)
    {
        var part = reader.SkipWhile(static c => c != ':');
        reader.TryRead(":");
        return part;
    }

    /// <summary><c>DS-0002[name=x]</c> narrows the comment to one resource, of which a Dockerfile has one.</summary>
    private static TextSpan WithoutParameters(SourceText source, TextSpan value) =>
        new CommentReader(source.Content, value).SkipWhile(static c => c != '[');

    /// <summary>Trivy's date is the first day on which the comment no longer applies; one that it cannot read has passed.</summary>
    private static DateTime LastDay(string date) => IsoDate.TryParse(date, out var day) && day > DateTime.MinValue ? day.AddDays(-1) : DateTime.MinValue;
}
