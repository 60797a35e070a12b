using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Labels;

/// <summary>A label that an instruction sets.</summary>
/// <param name="Key">Null when it depends on a build argument or a variable that is not known.</param>
/// <param name="Value">Null when it depends on a build argument or a variable that is not known: the build may set those.</param>
internal sealed record ImageLabel(StageInstruction Instruction, Assignment Syntax, string? Key, string? Value)
{
    /// <summary>Whether the key has a variable that no ARG or ENV of the file declares.</summary>
    public bool HasUndeclaredKey { get; private init; }

    public static IEnumerable<ImageLabel> In(DockerfileModel model) => model.Instructions.SelectMany(instruction => Of(model, instruction));

    public static IEnumerable<ImageLabel> Of(DockerfileModel model, StageInstruction instruction)
    {
        if (instruction.Syntax is not LabelInstruction label)
            yield break;
        foreach (var assignment in label.Assignments)
        {
            var value = assignment.Value is { } word ? model.Expand(word, instruction.State) : default;
            var key = model.Expand(assignment.Key, instruction.State);
            yield return new ImageLabel(instruction, assignment, IsSettable(key, instruction.State) ? null : key.Text, IsSettable(value, instruction.State) ? null : value.Text)
            {
                HasUndeclaredKey = IsUndeclared(key, instruction.State),
            };
        }
    }

    private static bool IsUndeclared(ExpandedWord word, StageState state)
    {
        if (word.References.IsDefaultOrEmpty)
            return false;
        foreach (var reference in word.References)
        {
            if (state.Variables.FindVariable(reference.Name) is null)
                return true;
        }

        return false;
    }

    private static bool IsSettable(ExpandedWord word, StageState state)
    {
        if (word.References.IsDefaultOrEmpty)
            return false;
        foreach (var reference in word.References)
        {
            if (!state.Variables.Environment.ContainsKey(reference.Name))
                return true;
        }

        return false;
    }
}
