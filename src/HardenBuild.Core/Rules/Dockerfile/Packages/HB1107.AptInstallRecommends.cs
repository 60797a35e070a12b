using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>apt-get also installs what packages only recommend.</summary>
internal sealed class AptInstallRecommends() : DockerfileRule("HB1107", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        var settings = new WrittenSettings(model, ["apt.conf", "/etc/apt/apt.conf"], ["install-recommends"]);
        foreach (var run in model.PackageRuns)
        {
            foreach (var package in run.Packages)
            {
                if (package is { Manager: PackageManager.Apt, Program: "apt-get" or "apt", Verb: "install" } && !IsLimited(package) && !settings.Hold(run.Instruction))
                    yield return ReportIn(run.Stage, model.Source.At(package.VerbSpan), package.Title);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AptInstallRecommends),
        Title = "apt-get installs recommended packages too",
        MessageFormat = "'{0}' also installs what the packages only recommend, which makes the image larger and adds software to keep up to date; add '--no-install-recommends'",
        Rationale = "Recommended packages are meant for people at a desktop: documentation, graphical front ends, mail servers. In an image they cost room and bring vulnerabilities of software that nobody uses.",
        WhenToIgnore = "When recommended packages are wanted. Naming them says so more clearly.",
        CatalogueSlugs = ["apt-install-recommends"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.VeryHigh,
        References = [RuleReference.CisDocker("4.3")],
        Aliases =
        [
            "hadolint:DL3015", "trivy:DS-0029", "kics:apt_get_not_avoiding_additional_packages", "kics:apt_get_without_no_recommends_flag",
            "kics:apt-get_without_no_recommends_flag", "semgrep:missing-no-install-recommends",
        ],
        Related = ["sonar:S6500"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get [|install|] -y libgdiplus && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y --no-install-recommends libgdiplus && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        ComparedWith = "The flag may stand anywhere behind the program, also behind the packages. '-o APT::Install-Recommends=0' and a file below apt.conf.d that an earlier step writes count too.",
    };

    private static bool IsLimited(PackageCommand package) =>
        package.Invocation.FindOption("--no-install-recommends", "--print-uris", "-h", "--help") is not null
        || package.Invocation.FindOptions("-o", "--option", "--install-recommends").Any(option => IsOff(option.ValuePrefix));

    private static bool IsOff(string value)
    {
        var equals = value.LastIndexOf('=');
        var name = equals < 0 ? "install-recommends" : value.Substring(0, equals);
        return name.Contains("install-recommends", StringComparison.OrdinalIgnoreCase)
            && value.Substring(equals + 1).Trim('"', ' ').ToLowerInvariant() is "0" or "false" or "no" or "off";
    }
}
