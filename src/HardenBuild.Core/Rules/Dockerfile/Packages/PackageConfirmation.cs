using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>Tells whether a call of a package manager asks before it acts.</summary>
internal static class PackageConfirmation
{
    /// <summary>apt-get takes <c>-qq</c> as yes, and asks nothing when it only shows or downloads.</summary>
    public static bool IsAskedByApt(PackageCommand package)
    {
        var quiet = 0;
        foreach (var option in package.Invocation.Options)
        {
            if (option.Name is "-y" or "--yes" or "--assume-yes" or "--force-yes" or "--assume-no" or "-s" or "--simulate" or "--just-print" or "--dry-run"
                or "--recon" or "--no-act" or "--print-uris" or "-d" or "--download-only" or "--trivial-only" or "-h" or "--help")
                return false;
            if (option.Name is "-o" or "--option" && SaysYes(option))
                return false;
            if (option.Name is "-q" or "--quiet")
                quiet = option.Value switch { null => quiet + 1, "0" => 0, "1" => 1, _ => 2 };
        }

        return quiet < 2;
    }

    public static bool IsAskedByYum(PackageCommand package) =>
        package.Invocation.FindOption("-y", "--assumeyes", "--assumeno", "-h", "--help") is null && !package.Invocation.FindOptions("--setopt").Any(SaysYes);

    /// <summary><c>-n</c> counts before the subcommand only: behind it, it means something else.</summary>
    public static bool IsAskedByZypper(PackageCommand package) =>
        package.Invocation.FindOption("--non-interactive", "-y", "--no-confirm", "-D", "--dry-run", "-h", "--help") is null
        && !package.Invocation.FindOptions("-n").Any(option => option.Span.Start < package.VerbSpan.Start);

    private static bool SaysYes(CommandOption option)
    {
        var value = option.ValuePrefix;
        return value.Contains("assume-yes", StringComparison.OrdinalIgnoreCase) || value.Contains("assumeyes", StringComparison.OrdinalIgnoreCase)
            ? !value.EndsWith("false", StringComparison.OrdinalIgnoreCase) && !value.EndsWith("=0", StringComparison.Ordinal)
            : value.Contains("force-yes", StringComparison.OrdinalIgnoreCase);
    }
}
