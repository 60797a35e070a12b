using System.Collections.Immutable;

namespace HardenBuild.Syntax.Shell.CommandLine;

/// <content>Build tools. Sources: .NET SDK 10 command reference, NuGet 6 CLI reference, Git 2.47 manual pages.</content>
internal static partial class CommandOptionTable
{
    private const string DotnetLong =
        "a add-source api-key arch architecture artifacts-path c configfile configuration ep export-path f format framework getItem getProperty k "
        + "l launch-profile lock-file-path logger n name o os output p package-directory packages password project r results-directory runtime s sdk-version "
        + "settings sk source sp ss symbol-api-key symbol-source symbol-timeout t test-adapter-path timeout tool-manifest tool-path username v valid-authentication-types "
        + "verbosity version version-suffix";

    private static ImmutableArray<CommandOptions> Development() =>
    [
        new("dotnet")
        {
            Long = "additional-deps additionalprobingpath depsfile fx-version roll-forward runtimeconfig",
            HasSubcommands = true,
            HasNoClusters = true,
        },
        new("dotnet *") { Long = DotnetLong, HasNoClusters = true },
        new("dotnet build") { Long = DotnetSwitches("p t"), HasNoClusters = true },
        new("dotnet publish") { Long = DotnetSwitches("p t"), HasNoClusters = true },
        new("dotnet pack") { Long = DotnetSwitches("p t"), HasNoClusters = true },
        new("dotnet clean") { Long = DotnetSwitches("p t"), HasNoClusters = true },
        new("dotnet restore") { Long = DotnetSwitches("p t"), HasNoClusters = true },
        new("dotnet msbuild") { HasNoClusters = true },
        new("msbuild") { HasNoClusters = true },
        new("nuget")
        {
            Long = "ApiKey ConfigFile Name OutputDirectory Password Source UserName Username Verbosity Version apikey configfile name password source username",
            HasSubcommands = true,
            HasNoClusters = true,
        },
        new("git") { Short = "cC", Long = "attr-source config-env git-dir namespace super-prefix work-tree", HasSubcommands = true },
        new("git clone")
        {
            Short = "bcjou",
            Long = "branch bundle-uri config depth filter jobs origin ref-format reference reference-if-able revision separate-git-dir server-option "
                + "shallow-exclude shallow-since template upload-pack",
        },
        new("git config") { Short = "f", Long = "blob comment default file type value" },
        new("git commit") { Short = "cCFmt", Long = "author cleanup date file fixup message reedit-message reuse-message squash template trailer" },
        new("git fetch") { Short = "jo", Long = "deepen depth filter jobs negotiation-tip refmap server-option shallow-exclude shallow-since upload-pack" },
        new("git *") { Long = "depth filter" },
        new("make") { Short = "CfIoW", Long = "assume-new assume-old directory eval file include-dir makefile new-file old-file what-if" },
    ];

    // These pass `-p:Name=value` on to MSBuild: the value is attached, never the next word.
    private static string DotnetSwitches(string attached)
    {
        var names = DotnetLong.Split(' ');
        return string.Join(" ", Array.FindAll(names, name => !(name.Length == 1 && attached.Contains(name[0]))));
    }
}
