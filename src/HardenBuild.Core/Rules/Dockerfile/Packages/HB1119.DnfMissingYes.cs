using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>dnf asks and nobody can answer.</summary>
internal sealed class DnfMissingYes() : DockerfileRule("HB1119", RuleSeverity.Warning, RuleSeverity.Warning)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var settings = new WrittenSettings(model, ["dnf.conf", "yum.conf"], ["assumeyes", "defaultyes"]);
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
        Name = nameof(DnfMissingYes),
        Title = "dnf asks for confirmation",
        MessageFormat = "'{0}' asks for confirmation, which nobody can give during a build, so it fails; add '-y'",
        Rationale = "Nobody can answer during a build: the question reads an empty input, takes it for no, and the build fails or goes on without the packages. It often works at first, because nothing is asked when no further packages are needed.",
        WhenToIgnore = "When the answer is given by a configuration file of the base image that this rule cannot see.",
        CatalogueSlugs = ["dnf-missing-yes"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3038", "kics:missing_flag_from_dnf_install", "semgrep:missing-dnf-assume-yes-switch"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0\nRUN tdnf [|install|] icu && tdnf clean all\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0\nRUN tdnf install -y icu && tdnf clean all\nUSER $APP_UID\n")],
        ComparedWith = "microdnf and tdnf count as dnf. The flag counts before and behind the subcommand; 'assumeyes' in dnf.conf and 'yes |' count too.",
    };

    private static bool Asks(PackageCommand package) =>
        package is { Manager: PackageManager.Dnf, Action: PackageAction.Install } && PackageConfirmation.IsAskedByYum(package);
}
