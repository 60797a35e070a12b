namespace HardenBuild.Package.Tests;

/// <summary>Four projects, one of them for two frameworks, built once on two nodes.</summary>
public sealed class SolutionBuild(PackageFeed feed) : IAsyncLifetime
{
    internal Sample Sample { get; private set; } = null!;

    internal BuildRun First { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sample = await Sample.Restore(feed, "Solution", "Solution");
        First = await Sample.Build("-m:2");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
