using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Shell;

/// <summary>Programs whose lists of arguments people keep in one variable and split on purpose.</summary>
internal static class SplitPrograms
{
    public static bool Includes(Invocation invocation) => invocation.Name is
        "apt-get" or "apt" or "aptitude" or "apk" or "dnf" or "yum" or "microdnf" or "tdnf" or "zypper" or "pacman" or "pip" or "pip3" or "npm" or "yarn" or "gem" or "set" or "eval" or "apt-mark"
            or "export" or "local" or "declare" or "readonly" or "typeset" or "exit" or "return" or "dpkg" or "rpm" or "docker-php-ext-install" or "docker-php-ext-configure" or "pecl" or "./configure" or "configure" or "make";
}
