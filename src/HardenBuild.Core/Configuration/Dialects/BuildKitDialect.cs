using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Dialects;

/// <summary><c># check=skip=JSONArgsRecommended,StageNameCasing;error=true</c>: as a parser directive for the file, above an instruction for that one.</summary>
/// <remarks>
/// <c>skip=all</c> stands for all of BuildKit's checks. Above an instruction the text ends at the first blank. <c>error=true</c> makes BuildKit itself fail and is left to it.
/// </remarks>
internal sealed class BuildKitDialect : ISuppressionDialect
{
    private const string All = "all";

    public string Peer => "buildkit";

    public string ReasonForm => "give it in a comment 'hardenbuild:disable=HB1001 -- reason' instead";

    public IEnumerable<SuppressionDirective> Read(SourceText source, SourceComment comment)
    {
        var text = source.Content;
        var reader = CommentReader.OfComment(text, comment.Span);
        var start = reader.Position;
        var word = source.Substring(reader.SkipWhile(static c => char.IsLetter(c)));
        if (!word.Equals("check", StringComparison.OrdinalIgnoreCase))
            return [];

        reader.SkipBlanks();
        if (!reader.TryRead("="))
            return [];

        reader.SkipBlanks();
        var value = comment.IsDirective ? reader.ReadRest() : reader.SkipWhile(static c => !char.IsWhiteSpace(c));
        var names = SkippedBy(text, value);
        if (names.Count == 0)
            return [];

        var scope = comment.IsDirective ? SuppressionScope.File : SuppressionScope.Instruction;
        return
        [
            new SuppressionDirective(TextSpan.FromBounds(start, value.End), scope, [.. names], "")
            {
                IsBlanket = names.Exists(name => source.Substring(name) == All),
            },
        ];
    }

    public IEnumerable<Rule> Resolve(string name, RuleIndex rules) => name == All ? rules.Aliases.OfPeer(Peer) : rules.Aliases.Find(Peer, name);

    private static List<TextSpan> SkippedBy(string text, TextSpan value)
    {
        for (var options = new CommentReader(text, value); !options.IsAtEnd; options.TryRead(";"))
        {
            options.SkipBlanks();
            var isSkip = options.TryRead("skip");
            options.SkipBlanks();
            isSkip &= options.TryRead("=");
            var list = options.SkipWhile(static c => c != ';');
            if (isSkip)
                return RuleList.Split(text, list);
        }

        return [];
    }
}
