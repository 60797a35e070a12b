namespace HardenBuild.Scanning.Discovery;

/// <summary>Tells whether a text begins as a Dockerfile must.</summary>
internal static class DockerfileSniffer
{
    /// <summary>Whether the first instruction is FROM with an image, or ARG and a FROM follows.</summary>
    public static bool IsDockerfile(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var line = (end < 0 ? text : text.Slice(0, end)).Trim(" \t\r"u8);
            text = end < 0 ? default : text.Slice(end + 1);
            if (line.IsEmpty || line[0] == '#')
                continue;
            if (IsInstruction(line, "FROM"u8))
                return true;
            if (!IsInstruction(line, "ARG"u8))
                return false;
        }

        return false;
    }

    private static bool IsInstruction(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name)
    {
        if (line.Length < name.Length + 2 || line[name.Length] is not ((byte)' ' or (byte)'\t'))
            return false;
        for (var i = 0; i < name.Length; i++)
        {
            if ((line[i] & ~0x20) != name[i])
                return false;
        }

        // "from x import y" is Python: an image reference is followed by nothing but AS and a name.
        return line.IndexOf(" import "u8) < 0 && line[line.Length - 1] is not ((byte)';' or (byte)'{');
    }
}
