namespace HardenBuild.Scanning.Caching;

/// <summary>What rules may ask about a file or folder beside the inputs.</summary>
internal enum FileQuestion
{
    /// <summary>Which entries a folder has, and which of them are folders.</summary>
    Entries,

    /// <summary>The text of a file.</summary>
    Text,

    /// <summary>Whether ignore files hide a path.</summary>
    IsIgnored,

    /// <summary>The bytes of a file.</summary>
    Bytes,
}
