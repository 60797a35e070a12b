namespace HardenBuild.Package.Tests;

/// <summary>The package that serves where no native one fits. The native one needs a C linker: .ci/install-native-tool.</summary>
public sealed class ToolPackageTests(PackageFeed feed)
{
    [Fact]
    public async Task Installs_and_scans_where_no_native_package_fits()
    {
        // The manifest names the fallback alone: an identifier that the feed lacks would fail the installation.
        await feed.Pack("src/HardenBuild.Tool", "-p:ToolPackageRuntimeIdentifiers=any");
        await feed.Pack("src/HardenBuild.Tool", "-p:ToolPackageRuntimeIdentifiers=any", "-r", "any");
        var tools = Path.Combine(feed.Root, "tools");
        await DotnetCommand.Succeed(feed.Root, "tool", "install", "HardenBuild.Tool", "--version", PackageFeed.Version, "--tool-path", tools);

        var sample = Path.Combine(PackageFeed.Repository, "samples", "WebApp");
        var (exitCode, output) = await DotnetCommand.Start(Path.Combine(tools, "hardenbuild"), feed.Root, "scan", sample, "--format", "msbuild");
        Assert.Equal(1, exitCode);
        Assert.Contains("Dockerfile(7,12", output, StringComparison.Ordinal);
        Assert.Contains("HB1027", output, StringComparison.Ordinal);
    }
}
