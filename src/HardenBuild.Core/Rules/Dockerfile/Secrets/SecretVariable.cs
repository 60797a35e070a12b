using HardenBuild.Model.Docker;
using HardenBuild.Model.Secrets;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Secrets;

/// <summary>An assignment of ENV or ARG whose name may be a secret's.</summary>
/// <param name="Stage">Null before the first FROM.</param>
internal sealed record SecretVariable(Assignment Assignment, bool IsArgument, DockerfileStage? Stage)
{
    public string Name => Assignment.Name;

    public static IEnumerable<SecretVariable> All(DockerfileModel model)
    {
        foreach (var argument in model.GlobalArguments)
        {
            foreach (var assignment in argument.Assignments)
                yield return new SecretVariable(assignment, IsArgument: true, Stage: null);
        }

        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not AssignmentInstruction { Kind: InstructionKind.Env or InstructionKind.Arg } assignments)
                continue;
            foreach (var assignment in assignments.Assignments)
                yield return new SecretVariable(assignment, assignments.Kind == InstructionKind.Arg, instruction.Stage);
        }
    }

    /// <param name="mounted">Names that reach RUN by secret mounts.</param>
    public bool IsReported(CopiedFiles copied, HashSet<string> mounted)
    {
        if (Name.Equals(SecretNames.GoogleCredentialsPath, StringComparison.OrdinalIgnoreCase))
            return Assignment.Value is { } path && copied.Contains(path.Value);
        if (!SecretNames.IsSecret(Name))
            return false;
        if (Assignment.Value is not { } value)
            return !mounted.Contains(Name);
        return !IsHarmless(value.Value) && SecretScanner.Find(value.Value).IsEmpty;
    }

    private static bool IsHarmless(string value) =>
        value.Length == 0 || IsTruth(value) || IsNumber(value) || IsPath(value);

    private static bool IsTruth(string value) =>
        value.Equals("true", StringComparison.OrdinalIgnoreCase) || value.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static bool IsNumber(string value)
    {
        foreach (var c in value)
        {
            if (c is not ((>= '0' and <= '9') or '.' or '-'))
                return false;
        }

        return true;
    }

    private static bool IsPath(string value) => value[0] is '/' or '~' || value.StartsWith("./", StringComparison.Ordinal) || value.Contains(":\\", StringComparison.Ordinal);
}
