using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>How the image of a container is built.</summary>
internal sealed record ContainerBuild
{
    /// <summary>The network of RUN instructions.</summary>
    public Located<string>? Network { get; init; }

    public Located<bool>? Privileged { get; init; }

    /// <summary>Rights that the builder is given, <c>security.insecure</c>.</summary>
    public ImmutableArray<Located<string>> Entitlements { get; init; } = [];

    /// <summary>SSH agents and keys that the build may use, <c>default</c> or <c>name=path</c>.</summary>
    public ImmutableArray<Located<string>> Ssh { get; init; } = [];

    public ImmutableArray<NamedValue> Arguments { get; init; } = [];
}
