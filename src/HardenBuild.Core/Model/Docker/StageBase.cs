using System.Collections.Immutable;

namespace HardenBuild.Model.Docker;

/// <summary>What a stage builds upon.</summary>
internal sealed record StageBase
{
    public required StageBaseKind Kind { get; init; }

    /// <summary>The reference in <c>FROM</c>, also when parts of it are unknown; null for stages, <c>scratch</c> and a missing or malformed <c>FROM</c>.</summary>
    public ImageReference? Image { get; init; }

    /// <summary>The earlier stage when <see cref="Kind"/> says so.</summary>
    public DockerfileStage? Stage { get; init; }

    /// <summary>Earlier stages that an unknown variable in <c>FROM</c> may select: <c>FROM base_${TARGETARCH}</c>.</summary>
    public ImmutableArray<DockerfileStage> Candidates { get; init; } = [];

    /// <summary>Facts about the image; null when the table does not know it.</summary>
    public KnownBaseImage? Known { get; init; }
}
