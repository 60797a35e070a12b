using HardenBuild.Model.Docker.Containers;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker.Commands;

/// <summary>Reads <c>-v [source:]target[:options]</c>.</summary>
/// <remarks>Grammar: docs.docker.com/engine/storage/bind-mounts, "Options for --volume".</remarks>
internal static class VolumeFlag
{
    /// <summary>The mount; null for an anonymous volume and for a source that is not known.</summary>
    public static ContainerMount? Read(FlagValue flag) => Read(flag.Known, flag.IsWhole, flag.Part);

    /// <summary>The mount that a text outside of command lines describes.</summary>
    /// <param name="locate">Where a part of the text is written, by start and length.</param>
    public static ContainerMount? Read(string text, Func<int, int, SourceLocation> locate) =>
        Read(text, isWhole: true, (start, end) => new Located<string>(text.Substring(start, end - start), locate(start, end - start)));

    private static ContainerMount? Read(string text, bool isWhole, Func<int, int, Located<string>?> part)
    {
        var first = Colon(text, 0);
        if (first < 0 || part(0, first) is not { Value.Length: > 0 } source)
            return null;
        var second = Colon(text, first + 1);
        var target = part(first + 1, second < 0 ? text.Length : second)?.Value;
        var options = second < 0 ? "" : text.Substring(second + 1);
        var isReadOnly = isWhole && Array.Exists(options.Split(','), static option => option is "ro" or "readonly");
        return new ContainerMount(IsPath(source.Value) ? MountKind.Bind : MountKind.Volume, source, target, isReadOnly)
        {
            Written = source,
            Propagation = isWhole && second >= 0 ? PropagationIn(options, second + 1, part) : null,
        };
    }

    /// <summary>Whether a source is a path of the host rather than the name of a volume.</summary>
    public static bool IsPath(string source) =>
        source.Length > 0 && (source[0] is '.' or '/' or '~' or '\\' or '%' || (source.Length > 1 && source[1] == ':' && char.IsLetter(source[0])));

    private static Located<string>? PropagationIn(string options, int start, Func<int, int, Located<string>?> part)
    {
        foreach (var option in options.Split(','))
        {
            if (option is "shared" or "rshared" or "slave" or "rslave" or "private" or "rprivate")
                return part(start, start + option.Length);
            start += option.Length + 1;
        }

        return null;
    }

    /// <summary>The next colon that separates; -1 when there is none. One after a drive letter does not.</summary>
    private static int Colon(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == ':' && !(i == start + 1 && char.IsLetter(text[start]) && i + 1 < text.Length && text[i + 1] is '\\' or '/' && IsDrive(text, i)))
                return i;
        }

        return -1;
    }

    // "a:/data" is the volume a at /data; "c:/data:/data" and "c:\data" begin with a drive.
    private static bool IsDrive(string text, int colon) => text[colon + 1] == '\\' || text.IndexOf(':', colon + 1) >= 0;
}
