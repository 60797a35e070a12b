using HardenBuild.Text;

namespace HardenBuild.Model.Docker;

/// <summary>A value given to a variable: by ENV, by ARG, before a command, by <c>env</c> or by <c>export</c>.</summary>
/// <param name="Value">Null when it is not known, and for an ARG without default.</param>
/// <param name="Span">Name and value.</param>
/// <param name="Instruction">Null for an ARG before the first FROM.</param>
internal sealed record VariableSetting(string Name, string? Value, TextSpan Span, StageInstruction? Instruction)
{
    /// <summary>Null before the first FROM.</summary>
    public DockerfileStage? Stage => Instruction?.Stage;

    /// <summary>Whether a command or script sets the variable for itself, not an instruction for the whole stage.</summary>
    public required bool IsWithinCommand { get; init; }
}
