using System.IO.Compression;
using System.Reflection.PortableExecutable;

namespace HardenBuild.Package.Tests;

public sealed class PackageLayoutTests(PackageFeed feed)
{
    // The machine of a PE header; code for a system other than Windows is marked with the system's own bits, which keeps others from loading it.
    private const ushort Amd64 = 0x8664;
    private const ushort Arm64 = 0xAA64;
    private const ushort Linux = 0x7B79;
    private const ushort Apple = 0x4644;

    private List<string> Entries()
    {
        using var package = ZipFile.OpenRead(feed.Package);
        return [.. package.Entries.Select(entry => entry.FullName)];
    }

    [Theory]
    [InlineData("build/HardenBuild.props")]
    [InlineData("build/HardenBuild.targets")]
    [InlineData("build/Repository.proj")]
    [InlineData("buildMultiTargeting/HardenBuild.props")]
    [InlineData("buildMultiTargeting/HardenBuild.targets")]
    [InlineData("buildTransitive/HardenBuild.props")]
    [InlineData("buildTransitive/HardenBuild.targets")]
    [InlineData("tasks/net472/HardenBuild.Tasks.dll")]
    [InlineData("tasks/net472/YamlDotNet.dll")]
    [InlineData("tasks/net8.0/HardenBuild.Tasks.dll")]
    [InlineData("tasks/net8.0/HardenBuild.Tasks.deps.json")]
    [InlineData("tasks/net8.0/HardenBuild.Core.dll")]
    [InlineData("analyzers/dotnet/cs/HardenBuild.Analyzers.dll")]
    [InlineData("analyzers/dotnet/cs/HardenBuild.Core.dll")]
    [InlineData("analyzers/dotnet/cs/YamlDotNet.dll")]
    [InlineData("README.md")]
    public void Holds(string entry) => Assert.Contains(entry, Entries());

    [Theory]
    [InlineData("linux-x64", (ushort)(Amd64 ^ Linux))]
    [InlineData("win-x64", Amd64)]
    [InlineData("osx-arm64", (ushort)(Arm64 ^ Apple))]
    public void Holds_images_compiled_ahead_for_each_system(string system, ushort machine)
    {
        foreach (var assembly in (string[])["HardenBuild.Core.dll", "HardenBuild.Tasks.dll", "YamlDotNet.dll"])
        {
            using var package = ZipFile.OpenRead(feed.Package);
            using var image = new MemoryStream();
            using (var entry = package.GetEntry($"tasks/net10.0/{system}/{assembly}")!.Open())
                entry.CopyTo(image);
            image.Position = 0;
            using var reader = new PEReader(image);
            Assert.NotEqual(0, reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
            Assert.Equal(machine, (ushort)reader.PEHeaders.CoffHeader.Machine);
        }
    }

    [Fact]
    public void Puts_all_that_the_task_needs_beside_each_image()
    {
        var needed = Below("tasks/net8.0/");
        foreach (var system in (string[])["linux-x64", "win-x64", "osx-arm64"])
            Assert.Equal(needed, Below($"tasks/net10.0/{system}/"));

        IEnumerable<string> Below(string folder) => Entries().Where(entry => entry.StartsWith(folder, StringComparison.Ordinal)).Select(entry => entry[folder.Length..]).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Ships_no_assembly_of_MSBuild_or_the_compiler_and_nothing_to_reference()
    {
        Assert.DoesNotContain(Entries(), entry => entry.Contains("Microsoft.Build", StringComparison.Ordinal));
        Assert.DoesNotContain(Entries(), entry => entry.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.DoesNotContain(Entries(), entry => entry.StartsWith("lib/", StringComparison.Ordinal));
    }

    [Fact]
    public void Is_a_development_dependency_without_dependencies()
    {
        using var package = ZipFile.OpenRead(feed.Package);
        using var reader = new StreamReader(package.GetEntry("HardenBuild.nuspec")!.Open());
        var nuspec = reader.ReadToEnd();
        Assert.Contains("<developmentDependency>true</developmentDependency>", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("<dependency ", nuspec, StringComparison.Ordinal);
    }
}
