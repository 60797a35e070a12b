using System.Collections.Immutable;
using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration;

/// <summary><c># hardenbuild:disable=HB1001,PrivilegedContainer until=2027-01-31 -- reason</c>, and <c>disable-file</c>.</summary>
internal sealed class HardenBuildDialect : ISuppressionDialect
{
    private const string Prefix = "hardenbuild:";
    private const string Disable = "disable";
    private const string DisableFile = "disable-file";
    private const string Form = "write 'hardenbuild:disable=HB1001 -- reason'";

    public static HardenBuildDialect Instance { get; } = new();

    public string? Peer => null;

    public string ReasonForm => "add '-- reason'";

    public IEnumerable<SuppressionDirective> Read(SourceText source, SourceComment comment) =>
        Read(source, comment.Span) is { } directive ? [directive] : [];

    public IEnumerable<Rule> Resolve(string name, RuleIndex rules) => rules.Find(name) is { } rule ? [rule] : [];

    private static SuppressionDirective? Read(SourceText source, TextSpan comment)
    {
        var text = source.Content;
        var start = comment.Start;
        while (start < comment.End && (text[start] == '#' || char.IsWhiteSpace(text[start])))
            start++;

        var span = RuleList.Trim(text, TextSpan.FromBounds(start, comment.End));
        if (span.Length < Prefix.Length || string.Compare(text, start, Prefix, 0, Prefix.Length, StringComparison.OrdinalIgnoreCase) != 0)
            return null;

        var wordStart = start + Prefix.Length;
        while (wordStart < span.End && char.IsWhiteSpace(text[wordStart]))
            wordStart++;

        var wordEnd = wordStart;
        while (wordEnd < span.End && (char.IsLetter(text[wordEnd]) || text[wordEnd] == '-'))
            wordEnd++;

        var word = text.Substring(wordStart, wordEnd - wordStart).ToLowerInvariant();
        var isKnown = word is Disable or DisableFile;
        // With a blank behind the colon and another word it is prose about the product.
        if (!isKnown && wordStart > start + Prefix.Length)
            return null;

        if (!isKnown)
            return Malformed(span, span, $"'{source.Substring(span)}' is not a suppression; {Form}");

        var equals = wordEnd;
        while (equals < span.End && char.IsWhiteSpace(text[equals]))
            equals++;

        return equals == span.End || text[equals] != '='
            ? Malformed(span, span, $"'{source.Substring(span)}' names no rule; {Form}")
            : ReadBody(source, span, TextSpan.FromBounds(equals + 1, span.End), word == DisableFile ? SuppressionScope.File : SuppressionScope.Construct);
    }

    /// <summary>Reads <c>HB1001,HB1002 until=2027-01-31 -- reason</c>.</summary>
    /// <param name="span">The directive, which is blamed where the body has nothing to point at.</param>
    public static SuppressionDirective ReadBody(SourceText source, TextSpan span, TextSpan body, SuppressionScope scope)
    {
        var text = source.Content;
        var dashes = FindWord(text, body, "--");
        var reason = dashes < 0 ? "" : text.Substring(dashes + 2, body.End - dashes - 2).Trim();
        var head = TextSpan.FromBounds(body.Start, dashes < 0 ? body.End : dashes);

        var until = FindWord(text, head, "until=");
        var rules = RuleList.Split(text, TextSpan.FromBounds(head.Start, until < 0 ? head.End : until));
        if (rules.Count == 0)
            return Malformed(span, span, $"'{source.Substring(span)}' names no rule; {Form}");

        foreach (var rule in rules)
        {
            var name = source.Substring(rule);
            if (name.Any(char.IsWhiteSpace))
                return Malformed(span, rule, $"'{name}' is not a rule; separate rules by commas and put the reason behind '--'");
        }

        var directive = new SuppressionDirective(span, scope, [.. rules], reason);
        if (until < 0)
            return directive;

        var date = RuleList.Trim(text, TextSpan.FromBounds(until + "until=".Length, head.End));
        return IsoDate.TryParse(source.Substring(date), out var day)
            ? directive with { Until = (day, date) }
            : Malformed(span, date.IsEmpty ? span : date, $"'{source.Substring(date)}' is not a date; write 'until=YYYY-MM-DD' before the reason");
    }

    private static SuppressionDirective Malformed(TextSpan span, TextSpan place, string message) =>
        new(span, SuppressionScope.Construct, ImmutableArray<TextSpan>.Empty, "") { Error = new SyntaxError(place, message) };

    /// <summary>Offset of a word that begins the span or follows a blank, or -1.</summary>
    private static int FindWord(string text, TextSpan span, string word)
    {
        for (var i = span.Start; i + word.Length <= span.End; i++)
        {
            if ((i == span.Start || char.IsWhiteSpace(text[i - 1]))
                && string.Compare(text, i, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
