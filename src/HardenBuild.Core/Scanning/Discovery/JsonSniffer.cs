namespace HardenBuild.Scanning.Discovery;

/// <summary>Looks at the first-level keys of a JSON object without parsing it.</summary>
internal static class JsonSniffer
{
    // Kubernetes tools write apiVersion first; a large file without it in its first part is something else.
    private const int FirstPart = 64 * 1024;

    public static bool IsKubernetesObject(ReadOnlySpan<byte> text)
    {
        bool hasKind = false, hasApiVersion = false;
        var keys = new Keys(text);
        while (keys.MoveNext())
        {
            hasKind |= keys.Current.SequenceEqual("kind"u8);
            hasApiVersion |= keys.Current.SequenceEqual("apiVersion"u8);
            if (hasKind && hasApiVersion)
                return true;
            if (keys.Position > FirstPart && !hasKind && !hasApiVersion)
                return false;
        }

        return false;
    }

    /// <summary>Whether the object has a key that only dockerd's configuration file has.</summary>
    /// <remarks>Keys of dockerd's reference, "Daemon configuration file".</remarks>
    public static bool IsDaemonConfiguration(ReadOnlySpan<byte> text)
    {
        var keys = new Keys(text);
        while (keys.MoveNext())
        {
            var key = keys.Current;
            if (key.SequenceEqual("insecure-registries"u8) || key.SequenceEqual("registry-mirrors"u8) || key.SequenceEqual("userns-remap"u8)
                || key.SequenceEqual("log-driver"u8) || key.SequenceEqual("log-opts"u8) || key.SequenceEqual("storage-driver"u8)
                || key.SequenceEqual("no-new-privileges"u8) || key.SequenceEqual("live-restore"u8) || key.SequenceEqual("icc"u8)
                || key.SequenceEqual("seccomp-profile"u8) || key.SequenceEqual("default-ulimits"u8) || key.SequenceEqual("default-runtime"u8)
                || key.SequenceEqual("exec-opts"u8) || key.SequenceEqual("data-root"u8) || key.SequenceEqual("userland-proxy"u8)
                || key.SequenceEqual("tlsverify"u8) || key.SequenceEqual("cgroup-parent"u8) || key.SequenceEqual("default-address-pools"u8))
                return true;
        }

        return false;
    }

    /// <summary>The first-level keys, escapes left as they are.</summary>
    private ref struct Keys(ReadOnlySpan<byte> text)
    {
        private readonly ReadOnlySpan<byte> _text = text;
        private int _depth;

        public int Position { get; private set; }

        public ReadOnlySpan<byte> Current { get; private set; }

        public bool MoveNext()
        {
            while (Position < _text.Length)
            {
                switch (_text[Position++])
                {
                    case (byte)'{' or (byte)'[':
                        _depth++;
                        break;
                    case (byte)'}' or (byte)']':
                        if (--_depth <= 0)
                            return false;
                        break;
                    case (byte)'"':
                        var start = Position;
                        var end = SkipString();
                        if (_depth == 1 && IsKey())
                        {
                            Current = _text.Slice(start, end - start);
                            return true;
                        }

                        break;
                }
            }

            return false;
        }

        /// <returns>Where the closing quote stands.</returns>
        private int SkipString()
        {
            while (Position < _text.Length)
            {
                var next = _text.Slice(Position).IndexOfAny((byte)'"', (byte)'\\');
                if (next < 0)
                    break;
                Position += next + 1;
                if (_text[Position - 1] == '"')
                    return Position - 1;
                Position++;
            }

            return Position = _text.Length;
        }

        private readonly bool IsKey()
        {
            var i = Position;
            while (i < _text.Length && _text[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                i++;
            return i < _text.Length && _text[i] == ':';
        }
    }
}
