using System.Reflection;

[assembly: AssemblyFixture(typeof(HardenBuild.Package.Tests.PackageFeed))]

namespace HardenBuild.Package.Tests;

/// <summary>The package as it would be published, in a feed of its own; packed once for all tests.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    /// <summary>Of no release: a package of this name in the user's cache must not answer for it.</summary>
    public const string Version = "99.0.0-packagetests";

    public static string Repository { get; } = Metadata("Repository");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>Path with a space and letters outside ASCII: every build below it proves that such paths work.</summary>
    public string Root { get; } = Path.Combine(Path.GetTempPath(), "hardenbuild täst " + Guid.NewGuid().ToString("N"));

    public string Package => Path.Combine(Root, "feed", $"HardenBuild.{Version}.nupkg");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Root);
        await Pack("src/HardenBuild.Tasks", "--no-build");
        // Above all copies of samples; adds to the machine's own sources, and takes reference assemblies from its cache.
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var fallback = Directory.Exists(cache) ? $"""<fallbackPackageFolders><add key="machine" value="{cache}" /></fallbackPackageFolders>""" : "";
        await File.WriteAllTextAsync(Path.Combine(Root, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="packed" value="feed" /></packageSources>
              {fallback}
            </configuration>
            """);
    }

    internal Task Pack(string project, params IEnumerable<string> arguments) => DotnetCommand.Succeed(
        Repository,
        [
            "pack", project, "-c", Configuration, "-o", Path.Combine(Root, "feed"), $"-p:PackageVersion={Version}",
            // Other identifiers than the project's would rewrite its lock file.
            "-p:NuGetLockFilePath=obj/packagetests.lock.json", "-p:RestoreLockedMode=false",
            .. arguments,
        ]);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Metadata(string key) =>
        typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
