using System.Collections.Immutable;

namespace HardenBuild.Syntax.Dockerfile;

/// <summary>The fields of one <c>RUN --mount</c>, in the order written.</summary>
/// <remarks>Dockerfile reference, <c>RUN --mount</c>: the type defaults to <c>bind</c>.</remarks>
internal sealed record RunMount(ImmutableArray<MountOption> Options)
{
    /// <summary>Lower case, <c>bind</c> when absent.</summary>
    public string Type => Find("type")?.Value is { } word ? word.Value.ToLowerInvariant() : "bind";

    /// <summary>The stage, build context or image that the mount reads from.</summary>
    public DockerfileWord? From => Find("from")?.Value;

    public DockerfileWord? Source => (Find("source") ?? Find("src"))?.Value;

    public DockerfileWord? Target => (Find("target") ?? Find("dst") ?? Find("destination"))?.Value;

    public DockerfileWord? Id => Find("id")?.Value;

    /// <summary>The last field with this key, as the builder takes it.</summary>
    public MountOption? Find(string key)
    {
        for (var i = Options.Length - 1; i >= 0; i--)
        {
            if (Options[i].Key == key)
                return Options[i];
        }

        return null;
    }
}
