using System.Collections.Immutable;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker;

namespace HardenBuild.Model.Compose;

/// <summary>Reads <c>environment</c> and <c>build.args</c>, whose lists of <c>NAME=value</c> are mappings by now.</summary>
internal static class ComposeEnvironment
{
    public static ImmutableArray<EnvironmentVariable> Read(ComposeNode? node)
    {
        if (node is not ComposeMapping mapping)
            return [];
        var variables = ImmutableArray.CreateBuilder<EnvironmentVariable>(mapping.Members.Length);
        foreach (var (key, value) in mapping.Members)
        {
            if (value.IsNull || value is ComposeScalar)
                variables.Add(new EnvironmentVariable(key, value.Text, value.AsScalar?.Literal));
        }

        return variables.ToImmutable();
    }
}
