using System.Collections.Immutable;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Model.Docker;

/// <summary>The words that shell-form commands are appended to.</summary>
/// <param name="Instruction">Null for the default of the operating system.</param>
internal sealed record StageShell(ImmutableArray<string> Words, ShellInstruction? Instruction)
{
    /// <summary>File name of the shell in lower case, without folder and <c>.exe</c>: <c>sh</c>, <c>bash</c>, <c>pwsh</c>, <c>cmd</c>.</summary>
    public string Name
    {
        get
        {
            var path = Words[0];
            var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1).ToLowerInvariant();
            return name.EndsWith(".exe", StringComparison.Ordinal) ? name.Substring(0, name.Length - 4) : name;
        }
    }

    /// <summary>Whether commands are written in the POSIX shell language or a superset.</summary>
    public bool IsPosix => Name is "sh" or "bash" or "ash" or "dash" or "zsh" or "ksh" or "busybox";
}
