using HardenBuild.Scanning;
using HardenBuild.Scanning.Live;

namespace HardenBuild.Analyzers.Live;

/// <summary>What a scan says about one text, found out when first asked for. Safe for many threads.</summary>
internal sealed class LiveResult(LiveScan scan, KnownText file)
{
    private readonly object _lock = new();
    private IReadOnlyList<ReportedFinding>? _findings;

    public string Path => file.Path;

    /// <summary>Null for a file that is no input.</summary>
    public InputFormat? Format { get; } = scan.FormatOf(file.ToLiveText());

    /// <summary>What is to be said about a file that stands for itself.</summary>
    public IReadOnlyList<ReportedFinding> Findings(CancellationToken cancellation)
    {
        lock (_lock)
            return _findings ??= Format is { } format ? scan.Run(format, [file.ToLiveText()], cancellation) : [];
    }
}
