using System.Globalization;
using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Commands;

/// <summary>Reads the flags that bound what a container may use.</summary>
internal static class RunLimits
{
    public static ContainerLimits Add(ContainerLimits limits, string flag, FlagValue value)
    {
        switch (flag)
        {
            case "--cpu-quota" or "--cpu-shares" or "-c" or "--cpuset-cpus" or "--cpu-count" or "--cpu-percent" or "--cpu-rt-runtime":
                return limits with { OtherCpuLimit = value.Source.At(value.Option.ValueSpan) };
            case "--cgroup-parent":
                return limits with { CgroupParent = value.Text };
        }

        if (value.Text is not { } text)
            return limits;
        switch (flag)
        {
            case "--memory" or "-m" when ByteSize.Parse(text.Value) is { } bytes:
                return limits with { Memory = new Located<long>(bytes, text.Location) };
            case "--cpus" when double.TryParse(text.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cpus):
                return limits with { Cpus = new Located<double>(cpus, text.Location) };
            case "--pids-limit" when Number(text.Value) is { } pids:
                return limits with { Pids = new Located<long>(pids, text.Location) };
            case "--oom-score-adj" when Number(text.Value) is { } score:
                return limits with { OomScoreAdjustment = new Located<long>(score, text.Location) };
            case "--ulimit":
                var equals = text.Value.IndexOf('=');
                return equals > 0 && Number(text.Value.Substring(text.Value.LastIndexOfAny(['=', ':']) + 1)) is { } hard
                    ? limits with { Ulimits = limits.Ulimits.Add(new ContainerUlimit(text.Value.Substring(0, equals), new Located<long>(hard, text.Location))) }
                    : limits;
            default:
                return limits;
        }
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
