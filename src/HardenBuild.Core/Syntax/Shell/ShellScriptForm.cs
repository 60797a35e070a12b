namespace HardenBuild.Syntax.Shell;

/// <summary>How a shell is given a script.</summary>
internal enum ShellScriptForm
{
    /// <summary>One argument: a shell-form instruction after its continuations are joined, or the text after <c>-c</c>.</summary>
    Argument,

    /// <summary>The lines of a here-document or heredoc.</summary>
    HereDocument,
}
