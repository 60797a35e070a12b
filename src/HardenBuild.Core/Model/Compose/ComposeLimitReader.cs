using System.Collections.Immutable;
using HardenBuild.Model.Compose.Tree;
using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Model.Compose;

/// <summary>Reads how much of the host a service may use, in the service's own keys and below <c>deploy</c>; Compose honours both.</summary>
internal static class ComposeLimitReader
{
    private static readonly string[] CpuKeys = ["cpu_quota", "cpu_shares", "cpuset", "cpu_count", "cpu_percent", "cpu_rt_runtime"];

    /// <param name="undetermined">Limits that are written but cannot be told.</param>
    public static ContainerLimits Read(ComposeMapping service, out ContainerSettings undetermined)
    {
        undetermined = ContainerSettings.None;
        var deployed = service.Mapping("deploy")?.Mapping("resources")?.Mapping("limits");
        var memory = service["mem_limit"] ?? deployed?["memory"];
        var cpus = service["cpus"] ?? deployed?["cpus"];
        var pids = service["pids_limit"] ?? deployed?["pids"];
        var other = Array.ConvertAll(CpuKeys, key => service[key]);
        var limits = new ContainerLimits
        {
            Memory = memory?.Bytes,
            Cpus = cpus?.Number,
            OtherCpuLimit = Array.Find(other, static node => node is not null)?.Location,
            Pids = pids?.Integer,
            Ulimits = ReadUlimits(service.Mapping("ulimits")),
            IsOomKillDisabled = service["oom_kill_disable"]?.Boolean,
            OomScoreAdjustment = service["oom_score_adj"]?.Integer,
            CgroupParent = service["cgroup_parent"]?.Text,
        };
        if (memory is not null && limits.Memory is null)
            undetermined |= ContainerSettings.MemoryLimit;
        if (cpus is not null && limits.Cpus is null)
            undetermined |= ContainerSettings.CpuLimit;
        if (pids is not null && limits.Pids is null)
            undetermined |= ContainerSettings.PidsLimit;
        return limits;
    }

    private static ImmutableArray<ContainerUlimit> ReadUlimits(ComposeMapping? ulimits)
    {
        var read = ImmutableArray.CreateBuilder<ContainerUlimit>();
        foreach (var (name, value) in ulimits?.Members ?? [])
        {
            if ((value.AsMapping is { } pair ? pair["hard"] ?? pair["soft"] : value)?.Integer is { } hard)
                read.Add(new ContainerUlimit(name.Value, hard));
        }

        return read.ToImmutable();
    }
}
