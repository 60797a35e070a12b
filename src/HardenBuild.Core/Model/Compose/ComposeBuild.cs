using System.Collections.Immutable;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Syntax.Yaml;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>An image that a Compose service builds: from which folder, with which Dockerfile. Paths are relative to the repository root.</summary>
internal sealed record ComposeBuild(string Context, string Dockerfile)
{
    /// <summary>The builds of a Compose file whose paths do not depend on variables.</summary>
    public static IEnumerable<ComposeBuild> Of(SourceText compose)
    {
        if (!compose.Content.Contains("build", StringComparison.Ordinal))
            yield break;
        var folder = CleanPath.Folder(compose.Path);
        foreach (var document in YamlFile.Parse(compose).Documents)
        {
            if ((document.Root as YamlMapping)?["services"] is not YamlMapping services)
                continue;
            foreach (var member in services.Members)
            {
                if ((member.Value.Resolve() as YamlMapping)?["build"] is { } build && Read(folder, build) is { } read)
                    yield return read;
            }
        }
    }

    public static ImmutableArray<ComposeBuild> Of(IEnumerable<SourceText> files) => [.. files.SelectMany(Of)];

    private static ComposeBuild? Read(string folder, YamlNode build)
    {
        if (build is YamlScalar { Value: { Length: > 0 } shorthand })
            return Create(folder, shorthand, "Dockerfile");
        if (build is not YamlMapping mapping || mapping["dockerfile_inline"] is not null)
            return null;
        return Create(folder, Text(mapping, "context", "."), Text(mapping, "dockerfile", "Dockerfile"));
    }

    private static string? Text(YamlMapping mapping, string key, string absent) => mapping[key] switch
    {
        null => absent,
        YamlScalar { Value: { Length: > 0 } value } => value,
        _ => null,
    };

    private static ComposeBuild? Create(string folder, string? context, string? dockerfile)
    {
        if (context is null || dockerfile is null || !IsRelative(context) || !IsRelative(dockerfile))
            return null;
        return CleanPath.In(folder, context) is { } root && CleanPath.In(root, dockerfile) is { } file ? new ComposeBuild(root, file) : null;
    }

    private static bool IsRelative(string path) =>
        path[0] is not ('/' or '~') && path.IndexOfAny(['$', ':']) < 0 && !path.StartsWith("git@", StringComparison.Ordinal);
}
