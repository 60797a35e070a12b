using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>apt-get asks and nobody can answer.</summary>
internal sealed class AptMissingYes() : DockerfileRule("HB1106", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var settings = new WrittenSettings(model, ["apt.conf", "/etc/apt/apt.conf"], ["assume-yes", "force-yes"]);
        foreach (var run in model.PackageRuns)
        {
            foreach (var package in run.Packages)
            {
                if (Asks(package) && !run.IsAnswered(package.Invocation) && !settings.Hold(run.Instruction))
                    yield return ReportIn(run.Stage, model.Source.At(package.VerbSpan), package.Title);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AptMissingYes),
        Title = "apt-get asks for confirmation",
        MessageFormat = "'{0}' asks for confirmation, which nobody can give during a build, so it fails as soon as it needs further packages; add '-y'",
        Rationale = "Nobody can answer during a build: the question reads an empty input, takes it for no, and the build fails or goes on without the packages. It often works at first, because nothing is asked when no further packages are needed. DEBIAN_FRONTEND=noninteractive silences the questions of packages, not this one.",
        WhenToIgnore = "When the answer is given by a configuration file of the base image that this rule cannot see.",
        CatalogueSlugs = ["apt-missing-yes"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases =
        [
            "hadolint:DL3014", "trivy:DS-0021", "kics:apt_get_missing_yes_flag_to_avoid_manual_input",
            "kics:apt_get_missing_flags_to_avoid_manual_input", "kics:apt_get_without_yes_flag", "kics:apt-get_without_yes_flag",
            "semgrep:missing-assume-yes-switch", "sonar:S6584",
        ],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get [|install|] libgdiplus && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y libgdiplus && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        ComparedWith = "Upgrades and removals are looked at as well as installs. '-qq', two '-q', '-o APT::Get::Assume-Yes=true', a line in apt.conf, 'yes |' and runs that only download or simulate are accepted.",
    };

    private static bool Asks(PackageCommand package) =>
        package is { Manager: PackageManager.Apt, Program: "apt-get" or "apt" }
        && package.Action is PackageAction.Install or PackageAction.Upgrade or PackageAction.DistributionUpgrade or PackageAction.Remove
        && PackageConfirmation.IsAskedByApt(package);
}
