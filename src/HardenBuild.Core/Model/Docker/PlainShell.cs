namespace HardenBuild.Model.Docker;

/// <summary>Which program answers to <c>/bin/sh</c>.</summary>
internal enum PlainShell
{
    /// <summary>Not known, or a shell that knows bash's extensions, as on the Red Hat family.</summary>
    Unknown,

    /// <summary>dash, the <c>sh</c> of Debian and Ubuntu: POSIX and <c>local</c>, nothing more.</summary>
    Dash,

    /// <summary>BusyBox ash, the <c>sh</c> of Alpine: knows many of bash's extensions, but not arrays, here-strings and brace expansion.</summary>
    BusyBox,
}
