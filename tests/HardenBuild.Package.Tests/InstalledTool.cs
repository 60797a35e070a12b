namespace HardenBuild.Package.Tests;

/// <summary>The command, installed from the package that serves where no native one fits. The native one needs a C linker: .ci/install-native-tool.</summary>
public sealed class InstalledTool(PackageFeed feed) : IAsyncLifetime
{
    private string Folder => Path.Combine(feed.Root, "tools");

    public async ValueTask InitializeAsync()
    {
        // The manifest names the fallback alone: an identifier that the feed lacks would fail the installation.
        await feed.Pack("src/HardenBuild.Tool", "-p:ToolPackageRuntimeIdentifiers=any");
        await feed.Pack("src/HardenBuild.Tool", "-p:ToolPackageRuntimeIdentifiers=any", "-r", "any");
        await DotnetCommand.Succeed(feed.Root, "tool", "install", "HardenBuild.Tool", "--version", PackageFeed.Version, "--tool-path", Folder);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal Task<(int ExitCode, string Output)> Run(string folder, params IEnumerable<string> arguments) =>
        DotnetCommand.Start(Path.Combine(Folder, "hardenbuild"), folder, arguments);
}
