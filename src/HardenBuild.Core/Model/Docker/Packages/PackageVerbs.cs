using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Model.Docker.Packages;

/// <summary>Knows the package managers by program and what their subcommands do.</summary>
internal static class PackageVerbs
{
    /// <summary>The package manager that a program is; null for others.</summary>
    public static PackageManager? ManagerOf(string program) => program switch
    {
        "apt-get" or "apt" or "aptitude" => PackageManager.Apt,
        "apk" => PackageManager.Apk,
        "yum" => PackageManager.Yum,
        "dnf" or "dnf5" or "microdnf" or "tdnf" => PackageManager.Dnf,
        "zypper" => PackageManager.Zypper,
        "npm" => PackageManager.Npm,
        "yarn" or "yarnpkg" => PackageManager.Yarn,
        "gem" => PackageManager.Gem,
        "go" => PackageManager.Go,
        _ when program.StartsWith("pip", StringComparison.Ordinal) && program.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.') == "pip"
            => PackageManager.Pip,
        _ => null,
    };

    public static PackageAction ActionOf(PackageManager manager, Invocation invocation)
    {
        var verb = invocation.Subcommand ?? "";
        return manager switch
        {
            PackageManager.Apt => Apt(verb),
            PackageManager.Apk => Apk(verb),
            PackageManager.Yum or PackageManager.Dnf => Rpm(verb),
            PackageManager.Zypper => Zypper(verb),
            PackageManager.Pip => Pip(verb),
            PackageManager.Npm => Npm(verb),
            PackageManager.Yarn => Yarn(verb, invocation),
            PackageManager.Gem => verb is "install" or "i" ? PackageAction.Install : PackageAction.Other,
            PackageManager.Go => verb is "install" or "get" or "run" ? PackageAction.Install : PackageAction.Other,
            _ => PackageAction.Other,
        };
    }

    private static PackageAction Apt(string verb) => verb switch
    {
        "install" or "reinstall" or "satisfy" or "build-dep" => PackageAction.Install,
        "update" => PackageAction.Refresh,
        "upgrade" or "safe-upgrade" => PackageAction.Upgrade,
        "dist-upgrade" or "full-upgrade" => PackageAction.DistributionUpgrade,
        "remove" or "purge" or "autoremove" or "autopurge" => PackageAction.Remove,
        "clean" or "autoclean" or "distclean" or "dist-clean" => PackageAction.Clean,
        _ => PackageAction.Other,
    };

    private static PackageAction Apk(string verb) => verb switch
    {
        "add" => PackageAction.Install,
        "update" => PackageAction.Refresh,
        "upgrade" => PackageAction.Upgrade,
        "del" => PackageAction.Remove,
        "cache" => PackageAction.Clean,
        _ => PackageAction.Other,
    };

    private static PackageAction Rpm(string verb) => verb switch
    {
        "install" or "in" or "install-n" or "install-na" or "install-nevra" or "localinstall" or "groupinstall" or "group install" or "groups install"
            or "reinstall" or "rei" or "module install" or "builddep" or "build-dep" => PackageAction.Install,
        "makecache" or "mc" => PackageAction.Refresh,
        "update" or "upgrade" or "up" or "update-minimal" or "upgrade-minimal" or "up-min" or "localupdate" => PackageAction.Upgrade,
        "distro-sync" or "distrosync" or "dsync" or "distribution-synchronization" => PackageAction.DistributionUpgrade,
        "remove" or "erase" or "rm" or "autoremove" => PackageAction.Remove,
        "clean" => PackageAction.Clean,
        _ => PackageAction.Other,
    };

    private static PackageAction Zypper(string verb) => verb switch
    {
        "install" or "in" or "source-install" or "si" or "install-new-recommends" or "inr" => PackageAction.Install,
        "refresh" or "ref" => PackageAction.Refresh,
        "update" or "up" or "patch" => PackageAction.Upgrade,
        "dist-upgrade" or "dup" => PackageAction.DistributionUpgrade,
        "remove" or "rm" => PackageAction.Remove,
        "clean" or "cc" => PackageAction.Clean,
        _ => PackageAction.Other,
    };

    private static PackageAction Pip(string verb) => verb switch
    {
        "install" => PackageAction.Install,
        "uninstall" => PackageAction.Remove,
        "cache purge" => PackageAction.Clean,
        _ => PackageAction.Other,
    };

    private static PackageAction Npm(string verb) => verb switch
    {
        "install" or "i" or "in" or "ins" or "inst" or "insta" or "instal" or "isnt" or "isnta" or "isntal" or "isntall" or "add" => PackageAction.Install,
        "uninstall" or "remove" or "rm" or "r" or "un" or "unlink" => PackageAction.Remove,
        "cache" => PackageAction.Clean,
        _ => PackageAction.Other,
    };

    // yarn alone is `yarn install`, unless it is only asked about itself.
    private static PackageAction Yarn(string verb, Invocation invocation) => verb switch
    {
        "install" or "add" or "global add" => PackageAction.Install,
        "" when invocation.Operands.IsEmpty && invocation.FindOption("--version", "-v", "--help", "-h") is null => PackageAction.Install,
        "remove" or "global remove" => PackageAction.Remove,
        "cache clean" => PackageAction.Clean,
        _ => PackageAction.Other,
    };
}
