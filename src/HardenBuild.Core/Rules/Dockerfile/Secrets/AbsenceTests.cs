using System.Text;
using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Syntax.Shell;

namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>What the script of a RUN tests for: files and variables that may be missing.</summary>
internal sealed class AbsenceTests
{
    private readonly HashSet<string> _variables = new(StringComparer.Ordinal);
    private readonly string _tested;

    public AbsenceTests(StageCommand command)
    {
        var tested = new StringBuilder();
        foreach (var invocation in command.Invocations)
        {
            if (invocation.Name is not ("[" or "test"))
                continue;
            foreach (var word in invocation.Words)
                tested.Append(word).Append(' ');
        }

        foreach (var script in command.Scripts)
        {
            foreach (var node in ShellWalk.Below<ShellNode>(script))
            {
                if (node is ParameterExpansion { Operator: ":-" or "-" or ":?" or "?" or ":+" or "+" } expansion)
                    _variables.Add(expansion.Name);
                else if (node is TestCommand test)
                    AddWords(tested, test);
            }
        }

        _tested = tested.ToString();
    }

    /// <summary>Whether the script has thought of the secret's absence.</summary>
    public bool Cover(RunMount mount)
    {
        var variable = mount.Find("env")?.Value?.Value;
        if (variable is { Length: > 0 } && (_variables.Contains(variable) || IsTested("$" + variable) || IsTested("${" + variable)))
            return true;
        return IsTested(mount.Target?.Value ?? "/run/secrets/" + mount.Id?.Value);
    }

    private static void AddWords(StringBuilder tested, TestCommand test)
    {
        foreach (var word in ShellWalk.Below<ShellWord>(test))
            tested.Append(word.Text).Append(' ');
    }

    private bool IsTested(string text) => _tested.Contains(text, StringComparison.Ordinal);
}
