namespace HardenBuild.Scanning.Discovery;

/// <summary>Reads the little files that steer discovery.</summary>
internal static class SmallFile
{
    private const int MaxBytes = 1 << 20;

    public static bool Exists(string path) => File.Exists(path);

    /// <summary>The file's text; empty when it does not exist, cannot be read or is larger than any such file is.</summary>
    public static string Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length is > 0 and <= MaxBytes ? File.ReadAllText(path) : "";
        }
        catch (Exception e) when (Platform.IsFileSystemFailure(e))
        {
            return "";
        }
    }
}
