namespace HardenBuild.Syntax.Dockerfile;

/// <summary><c>FROM</c>: begins a stage.</summary>
internal sealed class FromInstruction(InstructionHead head, DockerfileWord image, DockerfileWord? asKeyword, DockerfileWord? alias) : DockerfileInstruction(head)
{
    /// <summary>The image reference, an earlier stage, or <c>scratch</c>, before variables are resolved.</summary>
    public DockerfileWord Image => image;

    /// <summary>The word <c>AS</c> as written; null without a name.</summary>
    public DockerfileWord? AsKeyword => asKeyword;

    /// <summary>The name after <c>AS</c>. Names of stages do not distinguish case.</summary>
    public DockerfileWord? Alias => alias;

    public DockerfileWord? Platform => FindFlag("platform")?.Value;
}
