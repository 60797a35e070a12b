using System.IO.Compression;

namespace HardenBuild.Package.Tests;

public sealed class PackageLayoutTests(PackageFeed feed)
{
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
