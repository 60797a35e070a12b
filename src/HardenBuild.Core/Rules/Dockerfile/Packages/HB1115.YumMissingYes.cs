using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>yum asks and nobody can answer.</summary>
internal sealed class YumMissingYes() : DockerfileRule("HB1115", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var settings = new WrittenSettings(model, ["yum.conf", "dnf.conf"], ["assumeyes"]);
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
        Name = nameof(YumMissingYes),
        Title = "yum asks for confirmation",
        MessageFormat = "'{0}' asks for confirmation, which nobody can give during a build, so it fails; add '-y'",
        Rationale = "Nobody can answer during a build: the question reads an empty input, takes it for no, and the build fails or goes on without the packages. It often works at first, because nothing is asked when no further packages are needed.",
        WhenToIgnore = "When the answer is given by a configuration file of the base image that this rule cannot see.",
        CatalogueSlugs = ["yum-missing-yes"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3030", "kics:yum_install_allows_manual_input", "kics:y_switch_avoid_manual_input", "semgrep:missing-yum-assume-yes-switch"],
        Violations = [new("Dockerfile", "FROM almalinux:9\nRUN yum [|install|] aspnetcore-runtime-10.0 && yum clean all\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"dotnet\", \"/app/Shop.dll\"]\n")],
        Fixed = [new("Dockerfile", "FROM almalinux:9\nRUN yum install -y aspnetcore-runtime-10.0 && yum clean all\nCOPY publish /app\nUSER nobody\nENTRYPOINT [\"dotnet\", \"/app/Shop.dll\"]\n")],
        ComparedWith = "The flag counts before and behind the subcommand; 'assumeyes' in yum.conf, '--setopt=assumeyes=1' and 'yes |' count too. '-q' does not answer.",
    };

    private static bool Asks(PackageCommand package) =>
        package is { Manager: PackageManager.Yum, Action: PackageAction.Install } && PackageConfirmation.IsAskedByYum(package);
}
