using System.Collections.Immutable;

namespace HardenBuild.Syntax.Shell.CommandLine;

/// <content>Package managers. Sources: manual pages and help texts of apt 2.9, apk-tools 2.14, dnf 4, zypper 1.14, pip 24, npm 10, pnpm 9, yarn 1, Go 1.25.</content>
internal static partial class CommandOptionTable
{
    private const string YumLong =
        "advisory advisories bz bzs color comment config cve cves debuglevel destdir disableexcludes disableplugin disablerepo downloaddir enableplugin "
        + "enablerepo errorlevel exclude excludepkgs forcearch installroot randomwait releasever repo repofrompath repoid rpmverbosity sec-severity "
        + "secseverity setopt";

    private const string NpmLong =
        "access auth-type before ca cache cache-max cache-min cafile cert cpu depth fetch-retries fetch-retry-maxtimeout fetch-retry-mintimeout "
        + "fetch-timeout globalconfig heading https-proxy include install-strategy key libc location loglevel logs-dir maxsockets network-timeout "
        + "node-options noproxy omit only os otp prefix proxy registry scope script-shell tag userconfig workspace";

    private const string GoLong =
        "C asmflags buildmode compiler covermode coverpkg gccgoflags gcflags installsuffix ldflags mod modfile o overlay p pgo pkgdir tags toolexec";

    private static ImmutableArray<CommandOptions> Packages() =>
    [
        new("apt-get")
        {
            Short = "actoP",
            Long = "build-profiles config-file default-release host-architecture option snapshot solver target-release",
            HasSubcommands = true,
        },
        new("apk")
        {
            Short = "ptX",
            Long = "arch cache-dir cache-max-age cache-predownload keys-dir progress-fd repositories-file repository root timeout virtual wait",
            HasSubcommands = true,
        },
        new("dnf") { Short = "cdeRx", Long = YumLong, HasSubcommands = true },
        new("yum-config-manager") { Short = "cdeRx", Long = YumLong },
        new("dnf group") { Short = "cdeRx", Long = YumLong, HasSubcommands = true },
        new("dnf groups") { Short = "cdeRx", Long = YumLong, HasSubcommands = true },
        new("dnf module") { Short = "cdeRx", Long = YumLong, HasSubcommands = true },
        new("zypper")
        {
            Short = "cCDpR",
            Long = "cache-dir config installroot pkg-cache-dir plus-content plus-repo raw-cache-dir releasever reposd-dir root solv-cache-dir userdata",
            HasSubcommands = true,
        },
        new("zypper *")
        {
            Short = "drt",
            Long = "bugzilla bz category cve date download from issue name priority repo severity type",
        },
        new("pip")
        {
            Short = "bcCdefirtw",
            Long = "abi build build-option cache-dir cert client-cert config-settings constraint dest editable exists-action extra-index-url find-links "
                + "global-option group implementation index-url install-option keyring-provider log no-binary only-binary platform prefix progress-bar "
                + "proxy python python-version report requirement resume-retries retries root root-user-action src target timeout trusted-host "
                + "upgrade-strategy use-deprecated use-feature wheel-dir",
            HasSubcommands = true,
        },
        new("pip cache") { Long = "cache-dir log proxy", HasSubcommands = true },
        new("pip config") { Long = "editor log proxy", HasSubcommands = true },
        new("npm") { Short = "CLw", Long = NpmLong, HasSubcommands = true, TakesBooleanWords = true },
        new("pnpm") { Short = "CF", Long = NpmLong + " dir filter modules-dir reporter store-dir virtual-store-dir", HasSubcommands = true, TakesBooleanWords = true },
        new("yarn") { Long = NpmLong + " cache-folder cwd modules-folder mutex network-concurrency use-yarnrc", HasSubcommands = true, TakesBooleanWords = true },
        new("yarn cache") { Long = "cache-folder cwd mutex", HasSubcommands = true },
        new("yarn global") { Long = NpmLong + " cache-folder cwd modules-folder mutex", HasSubcommands = true, TakesBooleanWords = true },
        new("gem")
        {
            Short = "BinpPsv",
            Long = "bindir build-root http-proxy install-dir platform source trust-policy version",
            HasSubcommands = true,
            TakesBooleanWords = true,
        },
        new("go") { Long = "C", HasSubcommands = true, HasNoClusters = true },
        new("go *") { Long = GoLong, HasNoClusters = true },
        new("go run") { Long = GoLong + " exec", HasNoClusters = true, OperandsBeforeEnd = 1 },
        new("add-apt-repository") { Short = "aCkmpSU", Long = "component pocket ppa sourceslist uri" },
    ];
}
