using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>Recognises <c>set</c> commands about options of the shell.</summary>
internal static class ShellOptions
{
    /// <summary>Whether a node is a <c>set</c> that turns <c>errexit</c> on or off: either way the author thought of it.</summary>
    public static bool SetsErrexit(ShellNode node) => Sets(node, 'e', "errexit");

    public static bool SetsPipefail(ShellNode node) => Sets(node, '\0', "pipefail");

    private static bool Sets(ShellNode node, char letter, string name)
    {
        if (node is not SimpleCommand { Words: [var program, ..] words } || program.LiteralValue is not ("set" or "shopt"))
            return false;
        foreach (var word in words)
        {
            if (word.LiteralValue is not { } value)
                continue;
            if (value == name || (value is ['-' or '+', not '-', ..] && value.Contains(letter)))
                return true;
        }

        return false;
    }
}
