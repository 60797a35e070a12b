using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>A program of the host that provides a service in place of a container.</summary>
internal sealed record ContainerProvider(Located<string>? Type, ImmutableArray<NamedValue> Options);
