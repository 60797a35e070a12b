namespace HardenBuild.Syntax.Yaml;

/// <summary>How much of a file is read: hostile input must cost bounded time and memory. Each limit is far above what people write.</summary>
internal static class YamlLimits
{
    /// <summary>Length of a file, in UTF-16 code units.</summary>
    public const int Length = 16 * 1024 * 1024;

    /// <summary>Collections inside each other; consumers may recurse this deep.</summary>
    public const int Depth = 256;

    /// <summary>Nodes of a file when every alias is replaced by a copy of what it names, so that consumers may follow aliases freely.</summary>
    public const int Nodes = 1_000_000;

    /// <summary>Errors reported for one file.</summary>
    public const int Errors = 100;

    /// <summary>Merged mappings (<c>&lt;&lt;</c>) visited for one look-up.</summary>
    public const int MergedMappings = 256;
}
