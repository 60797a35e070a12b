namespace HardenBuild.Core.Tests.Dockerfile;

/// <summary>Folders of one case each: a Dockerfile and what is expected of it.</summary>
internal static class GoldenFolder
{
    /// <summary>Set it to write what the tests see, then read the difference before it is committed.</summary>
    private const string UpdateVariable = "HARDENBUILD_UPDATE_GOLDEN";

    public static IEnumerable<string> Cases(string folder) =>
        Directory.EnumerateDirectories(Find(folder)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    public static string ReadInput(string folder, string name) => File.ReadAllText(Path.Combine(Find(folder), name, "Dockerfile"));

    public static void AssertMatches(string folder, string name, string file, string actual)
    {
        var path = Path.Combine(Find(folder), name, file);
        if (Environment.GetEnvironmentVariable(UpdateVariable) is not null)
            File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"{path} is missing; run once with {UpdateVariable}=1");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Find(string folder)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var candidate = Path.Combine(directory.FullName, "tests", "HardenBuild.Core.Tests", "Dockerfile", folder);
            if (Directory.Exists(candidate))
                return candidate;
        }

        throw new DirectoryNotFoundException(folder);
    }
}
