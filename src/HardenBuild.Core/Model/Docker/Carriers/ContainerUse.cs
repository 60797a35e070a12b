namespace HardenBuild.Model.Docker.Carriers;

/// <summary>What the containers of a file are for, and so how much harm a weak setting does.</summary>
internal enum ContainerUse
{
    /// <summary>They run for good on a host.</summary>
    Service,

    /// <summary>Somebody, or a build, starts them for a while.</summary>
    Command,

    /// <summary>A developer works in them, or a build runs in them on a machine that is thrown away.</summary>
    Workplace,
}
