using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>apt-get installs a package in any version.</summary>
internal sealed class AptVersionNotPinned() : PackageVersionRule("HB1105", RuleSeverity.None, RuleSeverity.None)
{
    protected override bool Installs(PackageCommand package) => package is { Manager: PackageManager.Apt, Verb: "install" } && package.Invocation.FindOption("--snapshot", "-S") is null;

    protected override bool IsFloating(PackageRun run, PackageCommand package, CommandWord word) =>
        word.Value is { Length: > 0 } text && text.IndexOfAny(['=', '/', '*']) < 0 && !text.EndsWith(".deb", StringComparison.Ordinal)
            && text[text.Length - 1] is not ('-' or '^');

    protected override Func<PackageRun, bool> ExceptionsIn(DockerfileModel model)
    {
        var snapshot = new WrittenSettings(model, files: [], ["snapshot.debian.org", "snapshot.ubuntu.com"]);
        return run => snapshot.Hold(run.Instruction);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AptVersionNotPinned),
        Title = "apt-get installs a package without a version",
        MessageFormat = "'{0}' is installed in whatever version the mirror has today, so the same commit builds different images; name the version, '{0}=...'",
        Rationale = "Two builds of the same commit install different versions, and a version that was withdrawn or taken over by someone else gets into the image unseen. A version in the Dockerfile makes the change visible, and a missing one breaks the build instead of the application.",
        WhenToIgnore = "When the distribution deletes older versions from its mirrors, as Debian and Alpine do, a named version breaks the build after the next update. Then pin the base image by digest instead, or use a snapshot of the mirror.",
        CatalogueSlugs = ["apt-version-not-pinned"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Aliases = ["hadolint:DL3008", "kics:apt_get_install_pin_version_not_defined", "kics:pin_versions_apt_get_install"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update \\\n    && apt-get install -y [|libgdiplus|] \\\n    && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update \\\n    && apt-get install -y libgdiplus=6.1+dfsg-1build1 \\\n    && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        ComparedWith = "Off unless asked for, because Debian deletes old versions. Package files, 'package/release', variables and builds that install from snapshot.debian.org or snapshot.ubuntu.com are accepted.",
    };
}
