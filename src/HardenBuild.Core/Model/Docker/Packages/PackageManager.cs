namespace HardenBuild.Model.Docker.Packages;

/// <summary>A family of programs that install packages and share their files.</summary>
internal enum PackageManager
{
    /// <summary><c>apt-get</c>, <c>apt</c> and <c>aptitude</c>.</summary>
    Apt,
    Apk,
    Yum,

    /// <summary><c>dnf</c>, <c>dnf5</c>, <c>microdnf</c> and <c>tdnf</c>.</summary>
    Dnf,
    Zypper,

    /// <summary><c>pip</c>, <c>pip3</c>, <c>pip3.12</c>, <c>python -m pip</c>.</summary>
    Pip,
    Npm,
    Yarn,
    Gem,
    Go,
}
