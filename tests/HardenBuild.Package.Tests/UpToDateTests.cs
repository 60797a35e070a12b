using System.Text.Json;

namespace HardenBuild.Package.Tests;

/// <summary>Visual Studio asks these items, before it calls MSBuild, whether there is anything to build.</summary>
public sealed class UpToDateTests(PackageFeed feed)
{
    [Fact]
    public async Task Inputs_and_the_stamp_form_a_set_of_their_own()
    {
        var sample = await Sample.Restore(feed, "WebApp", "UpToDate" + Guid.NewGuid().ToString("N"));
        string[] watched = ["Dockerfile", ".editorconfig", ".env", "run.sh", "deploy/pod.yaml", ".github/workflows/build.yml"];
        string[] unwatched = ["obj/Dockerfile", "bin/pod.yaml", "Program.txt"];
        foreach (var file in watched.Concat(unwatched))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(sample.Folder, file))!);
            sample.Write(file, "");
        }

        var items = await Ask(sample);
        var inputs = Paths(items, "UpToDateCheckInput", sample.Folder);
        Assert.All(watched, file => Assert.Contains(file, inputs));
        Assert.All(unwatched, file => Assert.DoesNotContain(file, inputs));
        Assert.Equal(["obj/WebApp.csproj.hardenbuild.stamp"], Paths(items, "UpToDateCheckOutput", sample.Folder));
    }

    /// <summary>A stamp that is older than an input would make Visual Studio build for ever; after errors it is to build again.</summary>
    [Fact]
    public async Task Every_report_in_Visual_Studio_renews_the_stamp()
    {
        var sample = await Sample.Restore(feed, "WebApp", "Stamp" + Guid.NewGuid().ToString("N"));
        var stamp = Path.Combine(sample.Folder, "obj", "WebApp.csproj.hardenbuild.stamp");
        await sample.Build();
        Assert.False(File.Exists(stamp));

        await sample.Build("-p:BuildingInsideVisualStudio=true");
        Assert.False(File.Exists(stamp));

        await sample.Build("-p:BuildingInsideVisualStudio=true", "-p:HardenBuildMode=none");
        var first = File.GetLastWriteTimeUtc(stamp);
        await sample.Build("-p:BuildingInsideVisualStudio=true", "-p:HardenBuildMode=none");
        Assert.True(File.GetLastWriteTimeUtc(stamp) > first);
    }

    private static async Task<JsonElement> Ask(Sample sample)
    {
        var (exitCode, output) = await DotnetCommand.Run(sample.Folder, "msbuild", "WebApp.csproj", "-t:HardenBuildUpToDateCheck", "-getItem:UpToDateCheckInput", "-getItem:UpToDateCheckOutput");
        Assert.True(exitCode == 0, output);
        using var document = JsonDocument.Parse(output);
        return document.RootElement.GetProperty("Items").Clone();
    }

    private static List<string> Paths(JsonElement items, string type, string folder) =>
        [.. items.GetProperty(type).EnumerateArray()
            .Where(item => item.GetProperty("Set").GetString() == "HardenBuild")
            .Select(item => Path.GetRelativePath(folder, item.GetProperty("FullPath").GetString()!).Replace('\\', '/'))];
}
