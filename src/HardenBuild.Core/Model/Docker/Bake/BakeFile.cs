using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Model.Docker.Context;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Bake;

/// <summary>A <c>docker-bake.hcl</c> or <c>docker-bake.json</c>.</summary>
/// <param name="Variables">Variables with the defaults that are written out.</param>
internal sealed record BakeFile(SourceText Source, ImmutableArray<BakeTarget> Targets, ImmutableArray<NamedValue> Variables)
{
    /// <summary>The files beside it; null where only its text is known.</summary>
    public RepositoryFiles? Files { get; init; }
}
