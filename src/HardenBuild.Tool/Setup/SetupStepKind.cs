namespace HardenBuild.Tool.Setup;

/// <summary>What setting up does with a file.</summary>
internal enum SetupStepKind
{
    /// <summary>The file does not exist yet.</summary>
    Create,

    /// <summary>A section is added at the end; what was there stays.</summary>
    Append,

    /// <summary>The file exists and is someone's own: the person is told what to add.</summary>
    Advise,

    /// <summary>It is there already.</summary>
    Keep,
}
