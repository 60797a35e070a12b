namespace HardenBuild.Package.Tests;

/// <summary>A web application with every kind of input beside it, built once.</summary>
public sealed class WebAppBuild(PackageFeed feed) : IAsyncLifetime
{
    internal Sample Sample { get; private set; } = null!;

    internal BuildRun First { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sample = await Sample.Restore(feed, "WebApp", "WebApp");
        First = await Sample.Build();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
