using System.Collections.Immutable;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Syntax.Yaml;

namespace HardenBuild.Model.Compose;

/// <summary>Reads how much of the host a service may use, in the service's own keys and below <c>deploy</c>; Compose honours both.</summary>
internal sealed class ComposeLimitReader(ComposeValues values)
{
    private static readonly string[] CpuKeys = ["cpu_quota", "cpu_shares", "cpuset", "cpu_count", "cpu_percent", "cpu_rt_runtime"];

    /// <param name="undetermined">Limits that are written but cannot be told.</param>
    public ContainerLimits Read(ComposeLayers service, out ContainerSettings undetermined)
    {
        undetermined = ContainerSettings.None;
        var deployed = service.Nested("deploy").Nested("resources").Nested("limits");
        var memory = service.Last("mem_limit") ?? deployed.Last("memory");
        var cpus = service.Last("cpus") ?? deployed.Last("cpus");
        var pids = service.Last("pids_limit") ?? deployed.Last("pids");
        var other = Array.ConvertAll(CpuKeys, service.Last);
        var limits = new ContainerLimits
        {
            Memory = values.Bytes(memory),
            Cpus = values.Number(cpus),
            OtherCpuLimit = Array.Find(other, static node => node is not null)?.Location,
            Pids = values.Integer(pids),
            Ulimits = ReadUlimits(service.Nested("ulimits")),
            IsOomKillDisabled = values.Boolean(service.Last("oom_kill_disable")),
            OomScoreAdjustment = values.Integer(service.Last("oom_score_adj")),
            CgroupParent = values.Text(service.Last("cgroup_parent")),
        };
        if (memory is not null && limits.Memory is null)
            undetermined |= ContainerSettings.MemoryLimit;
        if (cpus is not null && limits.Cpus is null)
            undetermined |= ContainerSettings.CpuLimit;
        if (pids is not null && limits.Pids is null)
            undetermined |= ContainerSettings.PidsLimit;
        return limits;
    }

    private ImmutableArray<ContainerUlimit> ReadUlimits(ComposeLayers ulimits)
    {
        var read = ImmutableArray.CreateBuilder<ContainerUlimit>();
        foreach (var name in ulimits.Keys())
        {
            var value = ulimits.Last(name.Value);
            if (values.Integer(value is YamlMapping pair ? pair["hard"] ?? pair["soft"] : value) is { } hard)
                read.Add(new ContainerUlimit(name.Value, hard));
        }

        return read.ToImmutable();
    }
}
