using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>Finds keywords that are arguments because a separator is missing before them: <c>for f in *; do rm $f done</c>.</summary>
internal static class MisplacedWords
{
    /// <summary>Arguments that would close a construct of the script that is not closed.</summary>
    public static IEnumerable<ShellWord> In(ShellScript script)
    {
        if (script.Errors.IsEmpty)
            yield break;
        foreach (var node in script.Nodes)
        {
            if (node is not SimpleCommand command)
                continue;
            for (var i = 1; i < command.Words.Length; i++)
            {
                if (command.Words[i] is { IsBare: true } word && IsMissed(script, word.LiteralValue!))
                    yield return word;
            }
        }
    }

    /// <summary>Whether an error of the script is only the consequence of such an argument.</summary>
    public static bool Explain(ShellScript script, string message)
    {
        foreach (var word in In(script))
        {
            if (message.EndsWith(Ending(word.LiteralValue!), StringComparison.Ordinal) || message.StartsWith("'if' has", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsMissed(ShellScript script, string word)
    {
        if (word is not ("do" or "done" or "then" or "fi" or "esac" or "}"))
            return false;
        var ending = Ending(word);
        foreach (var error in script.Errors)
        {
            if (error.Message.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string Ending(string word) => $"has no matching '{word}'";
}
