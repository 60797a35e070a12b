namespace HardenBuild.Syntax.Shell;

/// <summary>The language a shell reads.</summary>
internal enum ShellDialect
{
    /// <summary>A program that is not known to be a shell.</summary>
    Unknown,

    /// <summary>POSIX shell command language: sh, dash, ash.</summary>
    Posix,

    /// <summary>bash and the shells that share its syntax (ksh, zsh, mksh).</summary>
    Bash,

    /// <summary>powershell and pwsh; recognised, not parsed.</summary>
    PowerShell,

    /// <summary>cmd.exe; recognised, not parsed.</summary>
    Cmd,
}
