using System.Collections.Immutable;
using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>gem installs a package in any version.</summary>
internal sealed class GemVersionNotPinned() : PackageVersionRule("HB1134", RuleSeverity.None, RuleSeverity.None)
{
    protected override bool Installs(PackageCommand package) => package.Manager == PackageManager.Gem && package.Invocation.FindOption("-v", "--version", "-h", "--help", "--local", "-l", "-g", "--file") is null;

    protected override bool IsFloating(PackageRun run, PackageCommand package, CommandWord word) =>
        word.Value is { Length: > 0 } text && !text.Contains(':') && !IsPath(text) && !text.EndsWith(".gem", StringComparison.Ordinal);

    /// <summary>What follows <c>--</c> is for the compiler of native extensions.</summary>
    protected override ImmutableArray<CommandWord> PackagesOf(PackageCommand package)
    {
        var end = package.Invocation.Words.FirstOrDefault(word => word.Value == "--");
        return end is null ? package.Operands : [.. package.Operands.Where(operand => operand.Span.Start < end.Span.Start)];
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(GemVersionNotPinned),
        Title = "gem installs a package without a version",
        MessageFormat = "'{0}' is installed in whatever version is published today, so the same commit builds different images; name the version, '{0}:...'",
        Rationale = "A new version of the gem, or one that someone else published under its name, gets into the image unseen. A version in the Dockerfile, or a lock file and 'bundle install', makes builds repeatable.",
        WhenToIgnore = "When the image is meant to follow the newest version.",
        CatalogueSlugs = ["gem-version-not-pinned"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Aliases = ["hadolint:DL3028", "kics:gem_install_without_version", "kics:pin_versions_in_gem_install"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN gem install [|rake|]\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN gem install rake:13.3.0\nUSER $APP_UID\n")],
        ComparedWith = "'-v' anywhere, '.gem' files and arguments behind '--' are accepted.",
    };
}
