using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Dialects;

/// <summary><c># nosemgrep</c> or <c># nosemgrep: dockerfile.security.missing-user.missing-user</c>, on the line or above it; <c>nosem</c> for short.</summary>
internal sealed class SemgrepDialect : ISuppressionDialect
{
    private const string Word = "nosem";

    public string Peer => "semgrep";

    public string ReasonForm => "give it in a comment 'hardenbuild:disable=HB1001 -- reason' instead";

    public IEnumerable<SuppressionDirective> Read(SourceText source, SourceComment comment)
    {
        var text = source.Content;
        var reader = CommentReader.OfComment(text, comment.Span);
        if (!reader.TryFind(Word))
            return [];

        var start = reader.Position - Word.Length;
        reader.TryRead("grep");
        var word = TextSpan.FromBounds(start, reader.Position);
        if (char.IsLetterOrDigit(text[start - 1]) || !reader.SkipWhile(char.IsLetterOrDigit).IsEmpty)
            return [];

        reader.SkipBlanks();
        List<TextSpan> names = reader.TryRead(":") || reader.TryRead("=") ? ReadNames(ref reader) : [];
        var isBlanket = names.Count == 0;
        return
        [
            new SuppressionDirective(TextSpan.FromBounds(start, isBlanket ? word.End : names[names.Count - 1].End), SuppressionScope.Instruction, isBlanket ? [word] : [.. names], "")
            {
                IsBlanket = isBlanket,
            },
        ];
    }

    /// <remarks>The full id of a rule is the path of its file and its name; aliases have the name.</remarks>
    public IEnumerable<Rule> Resolve(string name, RuleIndex rules) => name.StartsWith(Word, StringComparison.Ordinal)
        ? rules.Aliases.OfPeer(Peer)
        : rules.Aliases.Find(Peer, name.Substring(name.LastIndexOf('.') + 1));

    private static List<TextSpan> ReadNames(ref CommentReader reader)
    {
        var names = new List<TextSpan>();
        do
        {
            reader.SkipBlanks();
            var name = reader.SkipWhile(static c => c is '.' or '-' or '_' || char.IsLetterOrDigit(c));
            if (!name.IsEmpty)
                names.Add(name);
            reader.SkipBlanks();
        }
        while (reader.TryRead(","));
        return names;
    }
}
