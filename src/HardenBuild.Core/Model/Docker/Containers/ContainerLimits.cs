using System.Collections.Immutable;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Containers;

/// <summary>How much of the host a container may use at most.</summary>
internal sealed record ContainerLimits
{
    public static ContainerLimits None { get; } = new();

    /// <summary>In bytes.</summary>
    public Located<long>? Memory { get; init; }

    /// <summary>In processors, <c>0.5</c>.</summary>
    public Located<double>? Cpus { get; init; }

    /// <summary>Another option that bounds or weighs the processors: a quota, shares or a set.</summary>
    public SourceLocation? OtherCpuLimit { get; init; }

    /// <summary>Processes and threads; zero and less mean no limit.</summary>
    public Located<long>? Pids { get; init; }

    public ImmutableArray<ContainerUlimit> Ulimits { get; init; } = [];

    /// <summary>The kernel may not stop the container when memory runs out.</summary>
    public Located<bool>? IsOomKillDisabled { get; init; }

    /// <summary>-1000, never stopped when memory runs out, to 1000, stopped first.</summary>
    public Located<long>? OomScoreAdjustment { get; init; }

    public Located<string>? CgroupParent { get; init; }
}
