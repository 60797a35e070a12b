namespace HardenBuild.Package.Tests;

/// <summary>Projects that may be changed, a copy of a sample or written by a test, built against the packed package.</summary>
internal sealed class Sample
{
    private int _builds;

    private Sample(string folder) => Folder = folder;

    public string Folder { get; }

    public static async Task<Sample> Restore(PackageFeed feed, string name, string copy)
    {
        var source = Path.Combine(PackageFeed.Repository, "samples", name);
        var target = Path.Combine(feed.Root, copy);
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                continue;
            var to = Path.Combine(target, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        var sample = new Sample(target);
        sample.Edit("Directory.Build.props", "Version=\"0.1.0\"", $"Version=\"{PackageFeed.Version}\"");
        await DotnetCommand.Succeed(target, "restore");
        return sample;
    }

    /// <summary>Files of a test's own below a folder of that name; nothing is restored yet.</summary>
    public static Sample Create(PackageFeed feed, string name, params IEnumerable<(string Path, string Text)> files)
    {
        var sample = new Sample(Path.Combine(feed.Root, name));
        foreach (var (path, text) in files)
            sample.Write(path, text);
        return sample;
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Delete(string file) => File.Delete(Path.Combine(Folder, file));

    /// <summary>Changes a file; <paramref name="old"/> must be in it.</summary>
    public void Edit(string file, string old, string replacement)
    {
        var text = Read(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(file, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public Task<BuildRun> Build(params IEnumerable<string> arguments) => Run(["build", "--no-restore", .. arguments]);

    public async Task<BuildRun> Run(params IEnumerable<string> arguments)
    {
        var log = Path.Combine(Folder, $"build{++_builds}.binlog");
        var (exitCode, output) = await DotnetCommand.Run(Folder, [.. arguments, "-bl:" + log]);
        return BuildRun.Read(log, exitCode, output, Folder);
    }
}
