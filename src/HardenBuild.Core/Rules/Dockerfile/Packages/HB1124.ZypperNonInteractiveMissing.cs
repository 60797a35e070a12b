using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>zypper asks and nobody can answer.</summary>
internal sealed class ZypperNonInteractiveMissing() : DockerfileRule("HB1124", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var settings = new WrittenSettings(model, ["zypper.conf", "zypp.conf"], ["non-interactive", "noninteractive"]);
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
        Name = nameof(ZypperNonInteractiveMissing),
        Title = "zypper asks for confirmation",
        MessageFormat = "'{0}' asks for confirmation, which nobody can give during a build, so it fails; add '--non-interactive' before the subcommand, or '-y' behind it",
        Rationale = "Nobody can answer during a build: the question reads an empty input, takes it for no, and the build fails or goes on without the packages. It often works at first, because nothing is asked when no further packages are needed.",
        WhenToIgnore = "When the answer is given by a configuration file of the base image that this rule cannot see.",
        CatalogueSlugs = ["zypper-non-interactive-missing"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3034", "kics:missing_zypper_non_interactive_switch"],
        Violations = [new("Dockerfile", "FROM opensuse/leap:15.6\nRUN zypper [|install|] aspnetcore-runtime-10.0 && zypper clean -a\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"dotnet\", \"/app/Shop.dll\"]\n")],
        Fixed = [new("Dockerfile", "FROM opensuse/leap:15.6\nRUN zypper -n install aspnetcore-runtime-10.0 && zypper clean -a\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"dotnet\", \"/app/Shop.dll\"]\n")],
        ComparedWith = "'-n' counts before the subcommand only: behind it, it means '--name'. Distribution upgrades are looked at as well.",
    };

    private static bool Asks(PackageCommand package) =>
        package is { Manager: PackageManager.Zypper }
        && package.Action is PackageAction.Install or PackageAction.Upgrade or PackageAction.DistributionUpgrade or PackageAction.Remove
        && PackageConfirmation.IsAskedByZypper(package);
}
