namespace HardenBuild.Scanning.Discovery;

/// <summary>A folder that a walk is about to list, with what the folders above decided.</summary>
/// <param name="Path">Relative to the walk's base; empty for the base itself.</param>
/// <param name="Ignore">Ignore patterns of the folders above.</param>
/// <param name="Chart">The place of the folder above in a chart.</param>
/// <param name="Depth">Number of folders between this one and the base.</param>
internal sealed record WalkFolder(string Path, IgnoreScope? Ignore, ChartPlace Chart, int Depth)
{
    public string Name => Path.Substring(Path.LastIndexOf('/') + 1);
}
