using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Dialects;

/// <summary><c># dclint disable-file</c> and <c># dclint disable rule rule</c> at the head of a file, <c># dclint disable-line rule</c> on a line or above it.</summary>
/// <remarks>Without rules all of dclint's are meant. Rules have no reason in this dialect.</remarks>
internal sealed class DclintDialect : ISuppressionDialect
{
    private const string All = "disable";

    public string Peer => "dclint";

    public string ReasonForm => "give it in a comment 'hardenbuild:disable=HB2001 -- reason' instead";

    public IEnumerable<SuppressionDirective> Read(SourceText source, SourceComment comment)
    {
        var reader = CommentReader.OfComment(source.Content, comment.Span);
        var start = reader.Position;
        if (!reader.TryRead("dclint") || !reader.SkipBlanks())
            return [];
        var command = reader.SkipWhile(static c => !char.IsWhiteSpace(c));
        SuppressionScope? scope = source.Substring(command) switch
        {
            "disable-file" or All => SuppressionScope.FileFromHead,
            "disable-line" => SuppressionScope.Line,
            _ => null,
        };
        if (scope is not { } known)
            return [];

        var names = new List<TextSpan>();
        var end = command.End;
        for (reader.SkipBlanks(); !reader.IsAtEnd && source.Substring(command) != "disable-file"; reader.SkipBlanks())
        {
            names.Add(reader.SkipWhile(static c => !char.IsWhiteSpace(c)));
            end = names[names.Count - 1].End;
        }

        var span = TextSpan.FromBounds(start, end);
        return names.Count > 0
            ? [new SuppressionDirective(span, known, [.. names], "")]
            : [new SuppressionDirective(span, known, [command], "") { IsBlanket = true }];
    }

    public IEnumerable<Rule> Resolve(string name, RuleIndex rules) =>
        name.StartsWith(All, StringComparison.Ordinal) ? rules.Aliases.OfPeer(Peer) : rules.Aliases.Find(Peer, name);
}
