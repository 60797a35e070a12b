using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads how the image of a service is built, as far as it weakens the build.</summary>
internal static class ComposeBuildReader
{
    /// <returns>Null when the service is not built.</returns>
    public static ContainerBuild? Read(ComposeLayers service, ComposeValues values)
    {
        if (service.Last("build") is null)
            return null;
        var build = service.Nested("build");
        return new ContainerBuild
        {
            Network = values.Text(build.Last("network")),
            Privileged = values.Boolean(build.Last("privileged")),
            Entitlements = values.List(build.All("entitlements"), out _),
            Ssh = [.. Ssh(build, values)],
            Arguments = ComposeNamedValues.Read(build.All("args"), values),
        };
    }

    /// <summary>A word, a list of words, or a mapping from names to paths.</summary>
    private static IEnumerable<Located<string>> Ssh(ComposeLayers build, ComposeValues values)
    {
        foreach (var layer in build.All("ssh"))
        {
            if (values.Text(layer) is { } word)
                yield return word;
            foreach (var item in layer.AsSequence?.Items ?? [])
            {
                if (values.Text(item) is { } listed)
                    yield return listed;
            }

            foreach (var member in layer.AsMapping?.EffectiveMembers() ?? [])
            {
                if (member is { Key: { } key, IsMerge: false })
                    yield return new Located<string>(member.Value.AsScalar is { IsNull: false } path ? key.Value + "=" + path.Value : key.Value, key.Location);
            }
        }
    }
}
