namespace HardenBuild.Model.Docker;

/// <summary>What a stage builds upon.</summary>
internal enum StageBaseKind
{
    /// <summary>There is no usable <c>FROM</c>, or variables in it are not known.</summary>
    Unknown,

    /// <summary>An image from a registry.</summary>
    Image,

    /// <summary>An earlier stage of the file.</summary>
    Stage,

    /// <summary>The empty image <c>scratch</c>.</summary>
    Scratch,
}
