namespace HardenBuild.Scanning.Discovery;

/// <summary>A file to scan.</summary>
/// <param name="FullPath">Absolute, as the operating system writes it.</param>
/// <param name="RelativePath">Relative to the repository root, with forward slashes; begins with <c>../</c> for a named file that lies outside.</param>
internal sealed record InputFile(string FullPath, string RelativePath, InputFormat Format)
{
    /// <summary>The user named this very file: when it cannot be read, the command was wrong, not the repository.</summary>
    public bool IsNamed { get; init; }
}
