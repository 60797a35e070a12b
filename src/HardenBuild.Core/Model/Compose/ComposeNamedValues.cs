using System.Collections.Immutable;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Model.Compose;

/// <summary>Reads <c>environment</c>, <c>labels</c>, <c>sysctls</c> and the like, whose lists of <c>NAME=value</c> are mappings by now.</summary>
internal static class ComposeNamedValues
{
    public static ImmutableArray<NamedValue> Read(ComposeNode? node)
    {
        if (node is not ComposeMapping mapping)
            return [];
        var values = ImmutableArray.CreateBuilder<NamedValue>(mapping.Members.Length);
        foreach (var (key, value) in mapping.Members)
        {
            if (value.IsNull || value is ComposeScalar)
                values.Add(new NamedValue(key, value.Text, value.AsScalar?.Literal) { Written = value is ComposeScalar { IsNull: false } scalar ? new Located<string>(scalar.Raw, scalar.Location) : null });
        }

        return values.ToImmutable();
    }
}
