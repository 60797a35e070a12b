using HardenBuild.Rules;
using HardenBuild.Text;

namespace HardenBuild.Configuration.Dialects;

/// <summary><c># hadolint ignore=DL3006,SC2086 # reason</c>, and the same with <c>stage</c> or <c>global</c> before <c>ignore</c>.</summary>
/// <remarks>
/// Names hold capital letters of the known prefixes and digits only, and other text needs a second <c>#</c>: hadolint takes anything else for an ordinary comment.
/// Above a FROM it reaches the FROM alone; <c>stage</c> is for the stage.
/// </remarks>
internal sealed class HadolintDialect : ISuppressionDialect
{
    public string Peer => "hadolint";

    public string ReasonForm => "add '# reason'";

    public IEnumerable<SuppressionDirective> Read(SourceText source, SourceComment comment)
    {
        var reader = CommentReader.OfComment(source.Content, comment.Span);
        var start = reader.Position;
        if (!reader.TryRead("hadolint") || !reader.SkipBlanks())
            return [];

        var scope = ReadScope(ref reader);
        if (!reader.TryRead("ignore"))
            return [];

        reader.SkipBlanks();
        if (!reader.TryRead("="))
            return [];

        var names = new List<TextSpan>();
        do
        {
            reader.SkipBlanks();
            var name = reader.SkipWhile(static c => c is 'D' or 'L' or 'S' or 'C' or (>= '0' and <= '9'));
            if (name.IsEmpty)
                return [];
            names.Add(name);
            reader.SkipBlanks();
        }
        while (reader.TryRead(","));

        var span = TextSpan.FromBounds(start, names[names.Count - 1].End);
        if (!reader.IsAtEnd && !reader.TryRead("#"))
            return [];
        return [new SuppressionDirective(span, scope, [.. names], source.Substring(reader.ReadRest()).Trim())];
    }

    public IEnumerable<Rule> Resolve(string name, RuleIndex rules) => rules.Aliases.Find(Peer, name);

    private static SuppressionScope ReadScope(ref CommentReader reader)
    {
        var scope = reader.TryRead("global") ? SuppressionScope.File
            : reader.TryRead("stage") ? SuppressionScope.Construct
            : SuppressionScope.Instruction;
        reader.SkipBlanks();
        return scope;
    }
}
