using System.Collections.Immutable;

namespace HardenBuild.Model.Secrets;

/// <summary>Finds literal credentials in any text, whatever its format.</summary>
internal static class SecretScanner
{
    /// <summary>The credentials in the order of the text, without overlaps; placeholders, variables and published examples are none.</summary>
    /// <remarks>Never throws; time is linear in the text.</remarks>
    public static ImmutableArray<SecretMatch> Find(string text)
    {
        var matches = new List<SecretMatch>();
        PrivateKeyRecognizer.Find(text, matches);
        PrefixedTokenRecognizer.Find(text, matches);
        // Most texts are messages without one, and a search that ignores case is a slow one.
        var hasAssignment = text.Contains('=');
        if (hasAssignment)
            AzureKeyRecognizer.Find(text, matches);
        JsonWebTokenRecognizer.Find(text, matches);
        RegistryAuthRecognizer.Find(text, matches);
        UrlPasswordRecognizer.Find(text, matches);
        if (hasAssignment)
            ConnectionStringRecognizer.Find(text, matches);
        return matches.Count == 0 ? [] : WithoutOverlaps(matches);
    }

    /// <summary>Where two recognisers see the same characters, the first in the list above is the more specific one.</summary>
    private static ImmutableArray<SecretMatch> WithoutOverlaps(List<SecretMatch> matches)
    {
        var order = new int[matches.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (a, b) => matches[a].Span.Start != matches[b].Span.Start
            ? matches[a].Span.Start.CompareTo(matches[b].Span.Start)
            : a.CompareTo(b));

        var kept = new List<int>(order.Length);
        foreach (var candidate in order)
        {
            if (kept.Count == 0 || matches[candidate].Span.Start >= matches[kept[kept.Count - 1]].Span.End)
                kept.Add(candidate);
            else if (candidate < kept[kept.Count - 1])
                kept[kept.Count - 1] = candidate;
        }

        var result = ImmutableArray.CreateBuilder<SecretMatch>(kept.Count);
        foreach (var index in kept)
            result.Add(matches[index]);
        return result.MoveToImmutable();
    }
}
