using HardenBuild.Model.Docker;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>A build uses apt, which is made for people.</summary>
internal sealed class AptInsteadOfAptGet() : DockerfileRule("HB1104", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var run in model.PackageRuns)
        {
            var places = run.Packages.Where(package => package.Program == "apt").Select(package => model.Source.At(package.Invocation.NameWord.Span)).ToList();
            if (places.Count > 0)
                yield return ReportIn(run.Stage, places[0]) with { Related = RepeatedPlaces.AfterFirst(places, "Here too") };
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(AptInsteadOfAptGet),
        Title = "apt is used in a build",
        MessageFormat = "'apt' is made for people and its behaviour changes between versions, of which it warns itself; use 'apt-get', or 'apt-cache' to search",
        Rationale = "The manual of apt says that it may change output, options and defaults in any version. apt-get keeps them stable, so a build does not change with the distribution's release.",
        WhenToIgnore = "When a feature of apt is needed that apt-get lacks.",
        CatalogueSlugs = ["apt-instead-of-apt-get"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3027", "checkov:CKV_DOCKER_9", "kics:run_using_apt", "semgrep:prefer-apt-get"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN [|apt|] update && apt-get install -y libgdiplus && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN apt-get update && apt-get install -y libgdiplus && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        ComparedWith = "Only the command counts: folders, package names and texts with 'apt' in them are not reported. One finding per RUN.",
    };
}
