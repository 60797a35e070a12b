using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>pip installs a package in any version.</summary>
internal sealed class PipVersionNotPinned() : PackageVersionRule("HB1129", RuleSeverity.None, RuleSeverity.None)
{
    protected override bool Installs(PackageCommand package) => package.Manager == PackageManager.Pip
        && package.Invocation.FindOption("-r", "--requirement", "-c", "--constraint", "--require-hashes", "-h", "--help") is null;

    protected override bool IsFloating(PackageRun run, PackageCommand package, CommandWord word) =>
        word.Value is { Length: > 0 } text && !IsPath(text) && !IsFile(text)
            && (IsRepository(text) ? !HasRevision(text) : !IsUrl(text) && !text.Contains("==", StringComparison.Ordinal) && !text.Contains("~=", StringComparison.Ordinal));

    protected override RuleSeverity MostOf(PackageCommand package, List<CommandWord> floating) =>
        floating.All(word => word.Value is "pip" or "setuptools" or "wheel") ? RuleSeverity.Suggestion : RuleSeverity.Error;

    private static bool IsFile(string text) =>
        text.EndsWith(".whl", StringComparison.Ordinal) || text.EndsWith(".zip", StringComparison.Ordinal) || text.EndsWith(".tar.gz", StringComparison.Ordinal);

    private static bool IsRepository(string text) => text.StartsWith("git+", StringComparison.Ordinal) || text.StartsWith("hg+", StringComparison.Ordinal)
        || text.StartsWith("svn+", StringComparison.Ordinal) || text.StartsWith("bzr+", StringComparison.Ordinal);

    // `git+ssh://git@host/repo@v1#egg=name`: the last @ of the path is the revision, one before the first slash is the user.
    private static bool HasRevision(string text)
    {
        var path = text.IndexOf('/', text.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0);
        var fragment = text.IndexOf('#');
        return path >= 0 && text.IndexOf('@', path) is var at and >= 0 && (fragment < 0 || at < fragment);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PipVersionNotPinned),
        Title = "pip installs a package without a version",
        MessageFormat = "'{0}' is installed in whatever version is published today, so the same commit builds different images; name the version with '==', or install from a file of requirements",
        Rationale = "A new version of the package, or one that someone else published under its name, gets into the image unseen. A file of requirements with versions and hashes, checked in, makes builds repeatable.",
        WhenToIgnore = "When the image is meant to follow the newest version, or a file of constraints is set by PIP_CONSTRAINT.",
        CatalogueSlugs = ["pip-version-not-pinned"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Aliases = ["hadolint:DL3013", "kics:unpinned_package_version_in_pip_install"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN pip install --no-cache-dir [|flask|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN pip install --no-cache-dir flask==3.1.2\nUSER $APP_UID\n")],
        ComparedWith = "'==', '===' and '~=' name a version, '>=' does not. Paths, archives, URLs, repositories with a revision, '-r' and '-c' are accepted; pip, setuptools and wheel alone are at most a suggestion.",
    };
}
