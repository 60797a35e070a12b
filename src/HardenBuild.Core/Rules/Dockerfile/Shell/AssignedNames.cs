using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>The variables that a script itself gives a value.</summary>
internal static class AssignedNames
{
    /// <summary>Null when the script reads others or evaluates text, which may assign anything.</summary>
    public static HashSet<string>? In(ShellScript script)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in script.Nodes)
        {
            switch (node)
            {
                case Assignment assignment:
                    names.Add(assignment.Name);
                    break;
                case ForCommand loop:
                    names.Add(loop.Variable);
                    break;
                case ParameterExpansion { Operator: ":=" or "=" } expansion:
                    names.Add(expansion.Name);
                    break;
                case ArithmeticCommand or ArithmeticForCommand or ArithmeticExpansion:
                    AddNamesIn(node, names);
                    break;
                case SimpleCommand { Words: [{ LiteralValue: { } program }, ..] words }:
                    if (program is "." or "source" or "eval")
                        return null;
                    if (program is "read" or "export" or "local" or "declare" or "readonly" or "typeset" or "getopts" or "mapfile" or "readarray" or "let" or "printf" or "unset")
                        AddArguments(words, names);
                    break;
            }
        }

        return names;
    }

    private static void AddArguments(System.Collections.Immutable.ImmutableArray<ShellWord> words, HashSet<string> names)
    {
        for (var i = 1; i < words.Length; i++)
        {
            var text = words[i].LiteralPrefix;
            var end = 0;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
                end++;
            names.Add(text.Substring(0, end));
        }
    }

    private static void AddNamesIn(ShellNode node, HashSet<string> names)
    {
        foreach (var part in ShellWalk.Below<LiteralPart>(node))
        {
            foreach (var name in part.Value.Split([' ', '=', '+', '-', '*', '/', '<', '>', '(', ')', ';', ','], StringSplitOptions.RemoveEmptyEntries))
                names.Add(name);
        }
    }
}
