namespace HardenBuild.Model.Docker.Containers.Secrets;

/// <summary>Files that show what to fill in.</summary>
internal static class SampleFile
{
    private static readonly char[] Separators = ['.', '-', '_'];

    public static bool IsSample(string path)
    {
        foreach (var part in path.Substring(path.LastIndexOf('/') + 1).Split(Separators))
        {
            if (part.ToLowerInvariant() is "example" or "examples" or "sample" or "template" or "tmpl" or "dist" or "defaults" or "default")
                return true;
        }

        return false;
    }
}
