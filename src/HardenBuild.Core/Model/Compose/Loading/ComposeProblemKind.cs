namespace HardenBuild.Model.Compose.Loading;

/// <summary>The kinds of <see cref="ComposeProblem"/>.</summary>
internal enum ComposeProblemKind
{
    /// <summary>A value of one kind stands over one of another.</summary>
    CannotOverride,

    /// <summary>A service extends itself, directly or through others.</summary>
    ExtendsCycle,

    /// <summary>A file includes itself, directly or through others.</summary>
    IncludeCycle,

    /// <summary>A service extends one that does not exist.</summary>
    UndefinedService,

    /// <summary>A file that is extended, included or read for its variables does not exist.</summary>
    MissingFile,

    /// <summary>A file lies outside of the repository, which is all that is read.</summary>
    OutsideRepository,

    /// <summary>An included or extended file would be fetched from the network.</summary>
    Remote,

    /// <summary>More files or longer chains than anyone writes.</summary>
    TooMuch,

    /// <summary>A resource is defined here and in an included file.</summary>
    Conflict,
}
