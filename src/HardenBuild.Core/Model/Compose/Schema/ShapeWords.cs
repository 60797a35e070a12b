using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose.Schema;

/// <summary>Shapes and nodes in the words of a message.</summary>
internal static class ShapeWords
{
    /// <summary>Letters that may differ in a word that was meant to be another.</summary>
    private const int MaxTypos = 2;

    public static string Describe(ComposeShape shape)
    {
        var words = new List<string>();
        if ((shape.Scalars & ScalarKinds.Text) != 0)
            words.Add("text");
        if ((shape.Scalars & ScalarKinds.Integer) != 0)
            words.Add("a number");
        if ((shape.Scalars & ScalarKinds.Boolean) != 0)
            words.Add("true or false");
        if (shape.Items is not null)
            words.Add("a list");
        if (shape.AllowsMapping)
            words.Add("a mapping");
        return string.Join(" or ", words);
    }

    public static string Describe(YamlNode node) => node switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        YamlScalar { IsNull: true } => "empty",
        YamlScalar scalar when ScalarKind.Of(scalar) == ScalarKinds.Boolean => $"the boolean '{scalar.Value}'; put it in quotes if it is meant as text",
        YamlScalar scalar when (ScalarKind.Of(scalar) & ScalarKinds.Number) != 0 => $"the number '{scalar.Value}'; put it in quotes if it is meant as text",
        YamlScalar scalar => $"'{FirstLine(scalar.Value)}'",
        _ => "that",
    };

    /// <summary>The texts as <c>'a', 'b' or 'c'</c>.</summary>
    public static string OneOf(IReadOnlyList<string> words) => words.Count == 1
        ? $"'{words[0]}'"
        : string.Join(", ", words.Take(words.Count - 1).Select(static word => $"'{word}'")) + $" or '{words[words.Count - 1]}'";

    /// <summary>The end of a sentence that names the known key that was probably meant; empty when none is near.</summary>
    public static string Suggest(string key, ComposeShape shape)
    {
        var best = shape.Members?.Keys.Select(known => (Key: known, Typos: Distance(key, known))).OrderBy(static pair => pair.Typos).ThenBy(static pair => pair.Key, StringComparer.Ordinal).FirstOrDefault();
        return best is { Key: { } near, Typos: <= MaxTypos } ? $" (did you mean '{near}'?)" : "";
    }

    public static bool IsPlainName(string name)
    {
        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-'))
                return false;
        }

        return name.Length > 0;
    }

    /// <summary>Where a mapping begins: its first key, the smallest token that stands for it.</summary>
    public static TextSpan HeadOf(YamlMapping mapping) => mapping.Members.Length > 0 ? mapping.Members[0].KeyNode.Span : mapping.Span;

    private static string FirstLine(string text) => text.IndexOf('\n') is var end and >= 0 ? text.Substring(0, end) : text;

    /// <summary>Letters to insert, delete or replace (Levenshtein); large for words of quite different length.</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MaxTypos)
            return int.MaxValue;
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
