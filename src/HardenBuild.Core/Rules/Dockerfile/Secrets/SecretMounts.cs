using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>What <c>RUN --mount=type=secret</c> brings into a build.</summary>
internal static class SecretMounts
{
    /// <summary>Names of variables that mounts set, ids of secrets, and names of build arguments in either.</summary>
    public static HashSet<string> Names(DockerfileModel model)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var instruction in model.Instructions)
        {
            foreach (var flag in instruction.Syntax.Flags)
            {
                if (flag.Mount is not { Type: "secret" } mount)
                    continue;
                foreach (var option in mount.Options)
                {
                    if (option is { Key: "id" or "env", Value.Value: var value })
                        names.Add(value.Trim('$', '{', '}'));
                }
            }
        }

        return names;
    }
}
