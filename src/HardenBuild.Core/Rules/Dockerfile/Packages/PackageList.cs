using System.Collections.Immutable;
using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;
using HardenBuild.Text;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>Looks at the order of packages.</summary>
internal static class PackageList
{
    /// <summary>Whether each package stands on a line of its own, all of them are literal, and no option stands between them.</summary>
    public static bool IsOnePerLine(SourceText source, PackageCommand package)
    {
        var words = package.Operands;
        if (words.Length < 2)
            return false;
        var line = -1;
        foreach (var word in words)
        {
            var own = source.GetLineIndex(word.Span.Start);
            if (word.Value is null || own <= line)
                return false;
            line = own;
        }

        return !package.Invocation.Options.Any(option => option.Span.Start > words[0].Span.Start && option.Span.Start < words[words.Length - 1].Span.Start);
    }

    /// <summary>The first package that should stand further up; null when the list is in one of the orders that people and tools sort by.</summary>
    public static CommandWord? FirstOutOfOrder(ImmutableArray<CommandWord> words)
    {
        var names = words.Select(NameOf).ToList();
        var byCharacter = FirstDescent(names, string.CompareOrdinal);
        return byCharacter < 0 || FirstDescent(names, StringComparer.OrdinalIgnoreCase.Compare) < 0 || FirstDescent(names, CompareLetters) < 0 ? null : words[byCharacter];
    }

    private static string NameOf(CommandWord word)
    {
        var end = word.Prefix.IndexOfAny(['=', '~', '<', '>', '@']);
        return end <= 0 ? word.Prefix : word.Prefix.Substring(0, end);
    }

    private static int FirstDescent(List<string> names, Comparison<string> compare)
    {
        for (var i = 1; i < names.Count; i++)
        {
            if (compare(names[i - 1], names[i]) > 0)
                return i;
        }

        return -1;
    }

    /// <summary>As <c>sort</c> does in most locales: punctuation does not count.</summary>
    private static int CompareLetters(string left, string right) =>
        string.Compare(Letters(left), Letters(right), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
