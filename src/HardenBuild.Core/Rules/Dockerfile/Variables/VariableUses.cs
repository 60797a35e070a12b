using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Variables;

/// <summary>References to variables that the builder itself expands.</summary>
internal static class VariableUses
{
    /// <summary>References without a fallback to variables that nothing before them in the stage chain declares, in order.</summary>
    public static IEnumerable<(StageInstruction Instruction, VariableReference Reference)> Undeclared(DockerfileModel model)
    {
        var triggered = TriggerDeclarations(model);
        foreach (var instruction in model.Instructions)
        {
            // What stands below ONBUILD follows as an instruction of its own.
            if (instruction.Syntax is OnbuildInstruction)
                continue;
            foreach (var word in WordsOf(instruction.Syntax))
            {
                foreach (var reference in model.Expand(word, instruction.State).References)
                {
                    if (!HasFallback(reference)
                        && !BaseEnvironment.IsAlwaysSet(reference.Name)
                        && instruction.State.Variables.FindVariable(reference.Name) is null
                        && !(instruction.IsTrigger && triggered.Contains(reference.Name)))
                    {
                        yield return (instruction, reference);
                    }
                }
            }
        }
    }

    /// <summary>Names that ARG and ENV below ONBUILD give: other triggers of the same build may use them.</summary>
    public static HashSet<string> TriggerDeclarations(DockerfileModel model)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var instruction in model.Instructions)
        {
            if (instruction is { IsTrigger: true, Syntax: ArgInstruction or EnvInstruction })
                names.UnionWith(((AssignmentInstruction)instruction.Syntax).Assignments.Select(assignment => assignment.Name));
        }

        return names;
    }

    /// <summary>Whether the reference says itself what happens when the variable is not set.</summary>
    public static bool HasFallback(VariableReference reference) => IsFallback(reference.Operator);

    /// <summary>Whether an operator after the name of a variable provides for its absence.</summary>
    public static bool IsFallback(string @operator) => @operator is ":-" or "-" or ":+" or "+" or ":?" or "?" or ":=" or "=";

    private static IEnumerable<DockerfileWord> WordsOf(DockerfileInstruction instruction)
    {
        foreach (var word in ExpandedWords.Of(instruction))
            yield return word;
        if (instruction is not FileTransferInstruction)
            yield break;
        foreach (var flag in instruction.Flags)
        {
            if (flag is { Name: "chown" or "chmod", Value: { } value })
                yield return value;
        }
    }
}
