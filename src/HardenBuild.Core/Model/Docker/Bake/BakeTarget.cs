using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Bake;

/// <summary>One image that a bake file builds.</summary>
/// <remarks>docs.docker.com/build/bake/reference, "Target". Lists hold what is written out; what must be evaluated is left out.</remarks>
internal sealed record BakeTarget
{
    public required Located<string> Name { get; init; }

    /// <summary>The target's construct, <c>target web</c>.</summary>
    public string LogicalPath => "target " + Name.Value;

    public ImmutableArray<NamedValue> Arguments { get; init; } = [];

    public ImmutableArray<NamedValue> Labels { get; init; } = [];

    /// <summary>Named contexts, and the main one by the name <c>context</c>.</summary>
    public ImmutableArray<NamedValue> Contexts { get; init; } = [];

    public ImmutableArray<Located<string>> Tags { get; init; } = [];

    public ImmutableArray<Located<string>> Entitlements { get; init; } = [];

    public ImmutableArray<Located<string>> Attestations { get; init; } = [];

    public ImmutableArray<Located<string>> Secrets { get; init; } = [];

    public ImmutableArray<Located<string>> Ssh { get; init; } = [];

    /// <summary>Outputs and caches.</summary>
    public ImmutableArray<Located<string>> Outputs { get; init; } = [];

    public Located<string>? Network { get; init; }
}
