namespace HardenBuild.Package.Tests;

/// <summary>One library for two frameworks with a Dockerfile beside it and another above it, restored and compiled once.</summary>
public sealed class ContractsProject(PackageFeed feed) : IAsyncLifetime
{
    internal Sample Sample { get; private set; } = null!;

    internal BuildRun First { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sample = await Sample.Restore(feed, "Solution", "Contracts");
        First = await Build();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal Task<BuildRun> Build(params IEnumerable<string> arguments) => Sample.Build(["Contracts/Contracts.csproj", .. arguments]);
}
