namespace HardenBuild.Syntax.Dockerfile;

/// <summary>An instruction whose keyword is unknown or whose arguments cannot be told apart.</summary>
internal sealed class MalformedInstruction(InstructionHead head, string reason) : DockerfileInstruction(head)
{
    /// <summary>What is wrong, as in the file's error; also set where a custom frontend may know better.</summary>
    public string Reason => reason;
}
