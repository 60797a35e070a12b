using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using HardenBuild.Scanning;
using HardenBuild.Scanning.Live;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HardenBuild.Analyzers.Live;

/// <summary>What was found under the same settings and deciding files: a text is scanned once, and forgotten with the compiler's own text. Safe for many threads.</summary>
internal sealed class LiveSession(LiveOptions options, ImmutableArray<KnownText> deciding)
{
    private readonly LiveScan _scan = LiveScan.Create(options, [.. deciding.Select(static file => file.ToLiveText())]);
    private readonly ConditionalWeakTable<SourceText, LiveResult> _results = new();

    /// <summary>Of the Compose files, which are merged; the last state only.</summary>
    private readonly object _composeLock = new();
    private ImmutableArray<KnownText> _composeFiles = [];
    private ILookup<string, ReportedFinding>? _ofCompose;

    /// <summary>Whether nothing that decides about files differs.</summary>
    public bool IsFor(LiveOptions others, IReadOnlyList<KnownText> known)
    {
        if (known.Count != deciding.Length || !options.IsSame(others))
            return false;
        for (var i = 0; i < known.Count; i++)
        {
            if (known[i].Path != deciding[i].Path || !ReferenceEquals(known[i].Text, deciding[i].Text))
                return false;
        }

        return true;
    }

    /// <summary>What is to be said about a file; empty for one that is no input.</summary>
    /// <param name="files">All files of the project: Compose files are merged with others.</param>
    public IEnumerable<ReportedFinding> Findings(KnownText file, ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var result = ResultOf(file);
        return result.Format switch
        {
            null => [],
            InputFormat.Compose => OfCompose(files, cancellation)[_scan.PathOf(file.Path)],
            _ => result.Findings(cancellation),
        };
    }

    private LiveResult ResultOf(KnownText file)
    {
        var result = _results.GetValue(file.Text, _ => new LiveResult(_scan, file));
        // Two files of one text are known in tests only.
        return result.Path == file.Path ? result : new LiveResult(_scan, file);
    }

    private ILookup<string, ReportedFinding> OfCompose(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var compose = ImmutableArray.CreateBuilder<KnownText>();
        foreach (var file in files)
        {
            if (LiveNames.MayBeInput(file.Path) && file.GetText(cancellation) is { } text && new KnownText(file.Path, text) is var known && ResultOf(known).Format == InputFormat.Compose)
                compose.Add(known);
        }

        lock (_composeLock)
        {
            if (_ofCompose is null || !_composeFiles.SequenceEqual(compose))
            {
                _ofCompose = _scan.Run(InputFormat.Compose, compose.Select(static file => file.ToLiveText()), cancellation)
                    .ToLookup(static reported => reported.Finding.Location.Source.Path, StringComparer.Ordinal);
                _composeFiles = compose.ToImmutable();
            }

            return _ofCompose;
        }
    }
}
