namespace HardenBuild.Rendering.Helm.Functions.Versions;

/// <summary>One comparison of a version constraint: an operator and a version, parts of which may be open.</summary>
/// <param name="Operator">As written; empty where there is none.</param>
/// <param name="Version">The version with 0 for what is open.</param>
/// <param name="IsOpen">Some part is open.</param>
/// <param name="IsMinorOpen">Minor and patch are open, but not major.</param>
/// <param name="IsPatchOpen">Only patch is open.</param>
internal sealed record VersionRule(string Operator, GoVersion Version, bool IsOpen, bool IsMinorOpen, bool IsPatchOpen)
{
    public bool Accepts(GoVersion version)
    {
        // A pre-release satisfies only constraints that name one themselves.
        if (version.Prerelease.Length > 0 && Version.Prerelease.Length == 0 && (Operator != "!=" || IsOpen))
            return false;
        return Operator switch
        {
            "" or "=" => IsOpen ? IsTilde(version) : version.CompareTo(Version) == 0,
            "!=" => IsOther(version),
            ">" => IsGreater(version),
            "<" => version.CompareTo(Version) < 0,
            ">=" or "=>" => version.CompareTo(Version) >= 0,
            "<=" or "=<" => IsAtMost(version),
            "^" => IsCaret(version),
            _ => IsTilde(version),
        };
    }

    private bool IsOther(GoVersion version)
    {
        if (!IsOpen)
            return version.CompareTo(Version) != 0;
        if (version.Major != Version.Major)
            return true;
        if (IsMinorOpen)
            return false;
        if (version.Minor != Version.Minor)
            return true;
        return IsPatchOpen
            ? (version.Prerelease.Length > 0 || Version.Prerelease.Length > 0) && GoVersion.ComparePrereleases(version.Prerelease, Version.Prerelease) != 0
            : version.CompareTo(Version) != 0;
    }

    // >11 means 12 or higher, >11.1 means 11.2 or higher.
    private bool IsGreater(GoVersion version)
    {
        if (!IsOpen)
            return version.CompareTo(Version) > 0;
        if (version.Major != Version.Major)
            return version.Major > Version.Major;
        if (IsMinorOpen)
            return false;
        return IsPatchOpen ? version.Minor > Version.Minor : version.CompareTo(Version) > 0;
    }

    private bool IsAtMost(GoVersion version)
    {
        if (!IsOpen)
            return version.CompareTo(Version) <= 0;
        return version.Major <= Version.Major && !(version.Major == Version.Major && version.Minor > Version.Minor && !IsMinorOpen);
    }

    private bool IsTilde(GoVersion version)
    {
        if (version.CompareTo(Version) < 0)
            return false;
        // ~0.0.0 accepts everything.
        if (Version is { Major: 0, Minor: 0, Patch: 0 } && !IsMinorOpen && !IsPatchOpen)
            return true;
        return version.Major == Version.Major && (version.Minor == Version.Minor || IsMinorOpen);
    }

    private bool IsCaret(GoVersion version)
    {
        if (version.CompareTo(Version) < 0)
            return false;
        if (Version.Major > 0 || IsMinorOpen)
            return version.Major == Version.Major;
        if (version.Major > 0)
            return false;
        if (Version.Minor > 0 || IsPatchOpen)
            return version.Minor == Version.Minor;
        return version.Minor == 0 && (version.Patch == Version.Patch);
    }
}
