using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads how the image of a service is built, as far as it weakens the build.</summary>
internal static class ComposeBuildReader
{
    /// <returns>Null when the service is not built.</returns>
    public static ContainerBuild? Read(ComposeMapping service)
    {
        if (service["build"] is null)
            return null;
        if (service.Mapping("build") is not { } build)
            return new ContainerBuild();
        return new ContainerBuild
        {
            Network = build["network"]?.Text,
            Privileged = build["privileged"]?.Boolean,
            Entitlements = build.Texts("entitlements", out _),
            Ssh = [.. Ssh(build)],
            Arguments = ComposeNamedValues.Read(build["args"]),
        };
    }

    /// <summary>A word, a list of words, or a mapping from names to paths.</summary>
    private static IEnumerable<Located<string>> Ssh(ComposeMapping build)
    {
        if (build["ssh"]?.Text is { } word)
            yield return word;
        foreach (var member in build.Mapping("ssh")?.Members ?? [])
            yield return member.Value.AsScalar is { IsNull: false } path ? member.Key with { Value = member.Key.Value + "=" + path.Raw } : member.Key;
    }
}
