using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Form;

/// <summary>Tells arguments that were meant as a JSON array from shell tests, which begin with a bracket too.</summary>
internal static class ExecFormText
{
    /// <summary>Whether an instruction's command was meant as an array but is not JSON.</summary>
    public static bool IsMalformedIn(DockerfileInstruction instruction)
    {
        var command = (instruction as CommandInstruction)?.Command ?? (instruction as HealthcheckInstruction)?.Command;
        return command is { MalformedJson: not null } && IsMeantAsArray(command.Text, canBeTest: instruction.Kind is InstructionKind.Run or InstructionKind.Healthcheck);
    }

    /// <param name="canBeTest">Whether a shell test makes sense there: <c>RUN [ -f x ]</c>.</param>
    public static bool IsMeantAsArray(LogicalText text, bool canBeTest)
    {
        var characters = text.Characters.Trim();
        if (characters.Length < 4 || characters[0] != '[')
            return false;
        var quote = 1;
        while (quote < characters.Length && characters[quote] is ' ' or '\t')
            quote++;
        if (quote == characters.Length || ClosingOf(characters[quote]) is not { } closing)
            return false;
        var end = quote + 1;
        while (end < characters.Length && characters[end] != closing)
            end++;
        end++;
        while (end < characters.Length && characters[end] is ' ' or '\t')
            end++;
        if (end >= characters.Length)
            return false;
        if (characters[end] == ',')
            return true;
        // `[ "$x" ]` is a test that needs its blanks; `['x']` is none.
        return characters[characters.Length - 1] == ']' && (!canBeTest || quote == 1);
    }

    private static char? ClosingOf(char quote) => quote switch
    {
        '"' or '\'' => quote,
        '\u201C' or '\u201D' or '\u201E' => '\u201D',
        '\u2018' or '\u2019' => '\u2019',
        _ => null,
    };
}
