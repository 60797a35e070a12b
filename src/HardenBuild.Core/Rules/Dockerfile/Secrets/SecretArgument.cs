using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Shell;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>Tells whether an argument of a command carries a secret that stays in the image's history.</summary>
internal sealed class SecretArgument(DockerfileModel model)
{
    private readonly HashSet<(int Instruction, string Name)> _assigned =
        [.. model.VariableSettings.Where(setting => setting.IsWithinCommand).Select(setting => (setting.Instruction!.Syntax.Span.Start, setting.Name))];

    /// <summary>
    /// A literal, or a variable that neither a secret mount nor the script itself sets. The output of a command, such as <c>$(cat /run/secrets/x)</c>, is not in the history.
    /// </summary>
    public bool IsExposed(CommandWord word, StageInstruction instruction)
    {
        if (word.Syntax is not { } syntax || word.Value is not null)
            return word.Value is { Length: > 0 } literal && !literal.Contains("/run/secrets/", StringComparison.Ordinal) && !(literal[0] == '/' && HasSecretMount(instruction));
        if (HasSecretMount(instruction))
            return false;
        var isExposed = false;
        foreach (var part in ShellWalk.Below<ShellPart>(syntax))
        {
            if (part is CommandSubstitution or ProcessSubstitution)
                return false;
            if (part is ParameterExpansion variable)
            {
                if (_assigned.Contains((instruction.Syntax.Span.Start, variable.Name)) || variable.Name.Length == 0 || !char.IsLetter(variable.Name[0]))
                    return false;
                isExposed = true;
            }
        }

        return isExposed;
    }

    private static bool HasSecretMount(StageInstruction instruction)
    {
        foreach (var flag in instruction.Syntax.Flags)
        {
            if (flag.Mount is { Type: "secret" or "ssh" })
                return true;
        }

        return false;
    }
}
