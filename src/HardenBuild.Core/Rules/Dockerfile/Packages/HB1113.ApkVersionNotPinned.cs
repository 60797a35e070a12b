using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>apk installs a package in any version.</summary>
internal sealed class ApkVersionNotPinned() : PackageVersionRule("HB1113", RuleSeverity.None, RuleSeverity.None)
{
    protected override bool Installs(PackageCommand package) => package.Manager == PackageManager.Apk;

    protected override bool IsFloating(PackageRun run, PackageCommand package, CommandWord word) =>
        word.Value is { Length: > 0 } text && text.IndexOfAny(['=', '~', '<', '>']) < 0 && text[0] is not ('.' or '/' or '!') && !text.EndsWith(".apk", StringComparison.Ordinal);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApkVersionNotPinned),
        Title = "apk installs a package without a version",
        MessageFormat = "'{0}' is installed in whatever version the mirror has today, so the same commit builds different images; name the version, '{0}=...' or '{0}~...'",
        Rationale = "Two builds of the same commit install different versions, and a version that was withdrawn or taken over by someone else gets into the image unseen. A version in the Dockerfile makes the change visible, and a missing one breaks the build instead of the application.",
        WhenToIgnore = "When the distribution deletes older versions from its mirrors, as Debian and Alpine do, a named version breaks the build after the next update. Then pin the base image by digest instead, or use a snapshot of the mirror.",
        CatalogueSlugs = ["apk-version-not-pinned"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Aliases = ["hadolint:DL3018", "kics:unpinned_package_version_in_apk_add"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\nRUN apk add --no-cache [|icu-libs|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\nRUN apk add --no-cache icu-libs~76.1\nUSER $APP_UID\n")],
        ComparedWith = "Off unless asked for, because Alpine deletes old versions. Names of virtual packages, values of options, '.apk' files and variables are not packages to pin.",
    };
}
