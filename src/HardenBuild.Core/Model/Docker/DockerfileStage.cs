using System.Collections.Immutable;
using HardenBuild.Syntax.Dockerfile;
using HardenBuild.Text;

namespace HardenBuild.Model.Docker;

/// <summary>A build stage: a <c>FROM</c> and what follows it up to the next.</summary>
internal sealed class DockerfileStage
{
    /// <summary>Position among the file's stages, zero-based, as <c>COPY --from=0</c> counts.</summary>
    public required int Index { get; init; }

    /// <summary>The name after <c>AS</c>, as written. Names do not distinguish case.</summary>
    public required Located<string>? Name { get; init; }

    /// <summary>Null for a stage without usable <c>FROM</c>: instructions before the first, or a malformed one.</summary>
    public required FromInstruction? From { get; init; }

    /// <summary>Whether the stage holds what stands before the first <c>FROM</c>, or all of a file without one.</summary>
    public required bool IsImplicit { get; init; }

    public required StageBase Base
    {
        get;
        init
        {
            field = value;
            RootBase = value.Stage?.RootBase ?? value;
        }
    }

    /// <summary>What the first stage of the chain builds upon: kept, for walking the chain of each stage is quadratic in a file of thousands.</summary>
    public StageBase RootBase { get; private set; } = null!;

    public required ContainerOperatingSystem OperatingSystem { get; init; }

    /// <summary>The platform of <c>--platform</c>, resolved; null when absent or unknown.</summary>
    public required string? Platform { get; init; }

    /// <summary>The first state of the stage: what it inherits.</summary>
    public required StageState InitialState { get; init; }

    /// <summary>In order, without <c>FROM</c>; what stands below ONBUILD follows its ONBUILD.</summary>
    public ImmutableArray<StageInstruction> Instructions { get; private set; } = [];

    /// <summary>What the image of the stage is left with.</summary>
    public StageState FinalState { get; private set; } = null!;

    /// <summary>Where findings on the stage as a whole are reported: the base image in <c>FROM</c>, else the first keyword.</summary>
    public required SourceLocation Location { get; init; }

    public override string ToString() => Name is { } name ? $"stage {name.Value}" : $"stage {Index}";

    /// <summary>Completes the stage; called once, by the model's builder, which needs the stage to number its instructions.</summary>
    internal void Complete(ImmutableArray<StageInstruction> instructions, StageState finalState)
    {
        Instructions = instructions;
        FinalState = finalState;
    }
}
