using HardenBuild.Syntax.GoTemplate;

namespace HardenBuild.Rendering.Helm.Functions.RegularExpressions;

/// <summary>A regular expression as Go's <c>regexp</c> has it: RE2's syntax, matched in linear time, the leftmost match and the first alternative preferred.</summary>
internal sealed class GoRegex
{
    private const int MaximumPatternLength = 32 * 1024;

    private readonly RegexInstruction[] _instructions;
    private readonly FirstCharacters? _first;
    private readonly string _required;

    private GoRegex(string pattern, RegexInstruction[] instructions, string required, IReadOnlyList<string> groupNames)
    {
        Pattern = pattern;
        _instructions = instructions;
        _first = FirstCharacters.Of(instructions);
        _required = required;
        GroupNames = groupNames;
    }

    public string Pattern { get; }

    /// <summary>The names of the groups, empty for those without one; the whole match is the first.</summary>
    public IReadOnlyList<string> GroupNames { get; }

    /// <exception cref="RegexSyntaxException">RE2 refuses the pattern.</exception>
    public static GoRegex Compile(string pattern)
    {
        if (pattern.Length > MaximumPatternLength)
            throw new RegexSyntaxException("expression too large", pattern.Remove(64));
        var parser = new RegexParser(pattern);
        var node = parser.Parse();
        return new GoRegex(pattern, RegexCompiler.Compile(node, pattern), RequiredText.Of(node), parser.GroupNames);
    }

    /// <summary>What Go's <c>MustCompile</c> says about a wrong pattern.</summary>
    public static string PanicMessage(string pattern, RegexSyntaxException exception) =>
        "regexp: Compile(" + (GoQuoting.CanBackquote(pattern) ? "`" + pattern + "`" : GoQuoting.Quote(pattern)) + "): " + exception.Message;

    public RegexMatcher On(string text, RenderBudget budget) => new(_instructions, GroupNames.Count, text, budget) { First = _first, Required = _required };

    /// <summary>Whether the text has a match anywhere.</summary>
    public bool IsMatch(string text, RenderBudget budget) =>
        new RegexMatcher(_instructions, 0, text, budget) { First = _first, Required = _required }.Find(0) is not null;

    /// <summary>All matches that do not overlap; an empty one right after another match does not count.</summary>
    /// <param name="maximum">Negative for all.</param>
    public List<int[]> FindAll(string text, long maximum, RenderBudget budget)
    {
        List<int[]> matches = [];
        var matcher = On(text, budget);
        var lastEnd = -1;
        for (var position = 0; position <= text.Length && (maximum < 0 || matches.Count < maximum);)
        {
            if (matcher.Find(position) is not { } match)
                break;
            var isEmptyHere = match[1] == position;
            if (!isEmptyHere || match[0] != lastEnd)
                matches.Add(match);
            budget.RequireItems(matches.Count);
            lastEnd = match[1];
            position = isEmptyHere ? position + WidthAt(text, position) : match[1];
        }

        return matches;
    }

    internal static int WidthAt(string text, int position)
    {
        if (position >= text.Length)
            return 1;
        RegexText.CharacterAt(text, position, out var length);
        return length;
    }
}
