namespace HardenBuild.Package.Tests;

/// <summary>A finding as a build logged it.</summary>
/// <param name="Level"><c>error</c>, <c>warning</c> or <c>message</c>.</param>
/// <param name="File">Path relative to the sample.</param>
/// <param name="Project">File name of the project that logged it.</param>
internal sealed record LoggedFinding(
    string Level, string Code, string File, int Line, int Column, int EndLine, int EndColumn, string Message, string Project)
{
    public string Position => $"{File}({Line},{Column},{EndLine},{EndColumn}): {Code}";
}
