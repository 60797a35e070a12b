namespace HardenBuild.Model.Docker.Packages;

/// <summary>What a package manager is asked to do.</summary>
internal enum PackageAction
{
    Other,

    /// <summary>Puts packages into the image: named ones, or those of a project.</summary>
    Install,

    /// <summary>Downloads the lists of packages and nothing else.</summary>
    Refresh,

    /// <summary>Replaces installed packages by newer versions.</summary>
    Upgrade,

    /// <summary>An upgrade that may also install and remove packages.</summary>
    DistributionUpgrade,

    Remove,

    /// <summary>Deletes what was downloaded.</summary>
    Clean,
}
