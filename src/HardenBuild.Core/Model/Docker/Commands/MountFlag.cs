using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Commands;

/// <summary>Reads <c>--mount type=bind,source=/a,target=/b,readonly</c>.</summary>
/// <remarks>Grammar: docs.docker.com/engine/storage/bind-mounts, "Options for --mount".</remarks>
internal static class MountFlag
{
    /// <summary>The mount; null when its source is not known or it has none.</summary>
    public static ContainerMount? Read(FlagValue flag) => Read(flag.Known, flag.IsWhole, flag.Part);

    /// <summary>The mount that a text outside of command lines describes.</summary>
    /// <param name="locate">Where a part of the text is written, by start and length.</param>
    public static ContainerMount? Read(string text, Func<int, int, SourceLocation> locate) =>
        Read(text, isWhole: true, (start, end) => new Located<string>(text.Substring(start, end - start), locate(start, end - start)));

    private static ContainerMount? Read(string text, bool isWhole, Func<int, int, Located<string>?> part)
    {
        var kind = MountKind.Volume;
        Located<string>? source = null;
        string? target = null;
        Located<string>? propagation = null;
        var isReadOnly = false;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(',', start);
            if (end < 0)
                end = text.Length;
            if (end == text.Length && !isWhole)
                break;
            var equals = text.IndexOf('=', start, end - start);
            var name = text.Substring(start, (equals < 0 ? end : equals) - start).Trim();
            var value = equals < 0 ? null : part(equals + 1, end);
            switch (name)
            {
                case "type":
                    kind = value?.Value switch { "bind" => MountKind.Bind, "npipe" => MountKind.NamedPipe, "tmpfs" => MountKind.Memory, "volume" or null => MountKind.Volume, _ => MountKind.Other };
                    break;
                case "source" or "src":
                    source = value;
                    break;
                case "target" or "destination" or "dst":
                    target = value?.Value;
                    break;
                case "bind-propagation":
                    propagation = value;
                    break;
                case "readonly" or "ro":
                    isReadOnly = value?.Value is null or "" or "true" or "1";
                    break;
            }

            start = end + 1;
        }

        return source is { Value.Length: > 0 } ? new ContainerMount(kind, source, target, isReadOnly) { Written = source, Propagation = propagation } : null;
    }
}
