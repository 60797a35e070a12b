using HardenBuild.Model.Docker.Context;
using HardenBuild.Rules;
using HardenBuild.Rules.Tool;
using HardenBuild.Text;

namespace HardenBuild.Scanning.Caching;

/// <summary>The last results of a long-lived process. Hands one back only for the very same inputs. Safe for many threads.</summary>
/// <remarks>
/// A result keeps the texts alive that its findings point into. At most <see cref="MaxResults"/> results of at most <see cref="MaxCharacters"/> characters each are
/// kept: 32 MiB in all.
/// </remarks>
public sealed class ResultCache
{
    internal const int MaxResults = 4;
    internal const int MaxCharacters = 4 * 1024 * 1024;

    // What an object costs beside its text, as characters.
    private const int ObjectOverhead = 256;

    private readonly object _gate = new();

    // The most recently used first.
    private readonly List<KeptResult> _results = [];

    /// <summary>The result of an earlier scan with the same key, if the disk still answers what the rules asked then; else null.</summary>
    internal ScanResult? Find(string key, RepositoryFiles files)
    {
        KeptResult? known;
        lock (_gate)
            known = _results.Find(kept => kept.Key == key);
        if (known is null || !RecordedFiles.Hold(known.Answers, files))
            return null;
        Put(known);
        return known.Result;
    }

    /// <summary>Keeps a result, in place of one with the same key and of the least recently used, unless it is too large.</summary>
    /// <returns>Whether it is worth keeping at all.</returns>
    internal bool Add(KeptResult result)
    {
        // A rule may fail for want of memory or time, and not the next time.
        var isKept = Size(result) <= MaxCharacters && !result.Result.Findings.Any(static reported => reported.Finding.Rule is RuleFailed);
        if (isKept)
            Put(result);
        return isKept;
    }

    private void Put(KeptResult result)
    {
        lock (_gate)
        {
            _results.RemoveAll(kept => kept.Key == result.Key);
            _results.Insert(0, result);
            if (_results.Count > MaxResults)
                _results.RemoveAt(MaxResults);
        }
    }

    /// <summary>How many characters the result keeps alive.</summary>
    private static long Size(KeptResult kept)
    {
        var findings = kept.Result.Findings;
        var texts = new HashSet<SourceText>(findings.SelectMany(static reported => Places(reported.Finding)).Select(static place => place.Source));
        return texts.Sum(static text => (long)text.Length)
            + findings.Sum(static reported => Size(reported.Finding))
            + kept.Answers.Sum(static answer => (long)answer.Path.Length + ObjectOverhead)
            + kept.Result.Files.Sum(static path => (long)path.Length);
    }

    private static IEnumerable<SourceLocation> Places(Finding finding) => finding.Related.Select(static related => related.Location).Append(finding.Location);

    private static long Size(Finding finding) =>
        ObjectOverhead
        + finding.Arguments.Sum(static argument => (long)argument.Length)
        + finding.Related.Sum(static related => (long)related.Message.Length + ObjectOverhead);
}
