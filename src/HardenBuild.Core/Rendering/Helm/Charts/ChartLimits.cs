namespace HardenBuild.Rendering.Helm.Charts;

/// <summary>How much of a chart is read.</summary>
internal static class ChartLimits
{
    /// <summary>Bytes of one file. Helm's own limit (pkg/chart/loader/archive, MaxDecompressedFileSize).</summary>
    public const int FileBytes = 5 * 1024 * 1024;

    /// <summary>Bytes of all files of a chart, subcharts included. Helm's own limit (MaxDecompressedChartSize).</summary>
    public const int ChartBytes = 100 * 1024 * 1024;

    /// <summary>Files of a chart, subcharts included; the largest published charts have some thousands.</summary>
    public const int Files = 20_000;

    /// <summary>Folders of a chart, subcharts included; links can make a few folders look like many.</summary>
    public const int Folders = 2_000;

    /// <summary>Folders inside each other; also ends the walk through symbolic links that form a loop.</summary>
    public const int FolderDepth = 40;

    /// <summary>Charts inside each other.</summary>
    public const int ChartDepth = 16;
}
