using HardenBuild.Model.Docker;
using HardenBuild.Syntax.Dockerfile;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>Builds that run at the same time share apt's folders without a lock.</summary>
internal sealed class CacheMountSharedAptUnlocked() : DockerfileRule("HB1154", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DockerfileModel model)
    {
        foreach (var instruction in model.Instructions)
        {
            if (instruction.Syntax is not RunInstruction run)
                continue;
            foreach (var flag in run.Flags)
            {
                if (flag.Mount is { Type: "cache", Target: { } target } mount && IsOfApt(target.Value) && IsShared(mount))
                    yield return ReportIn(instruction.Stage, model.Source.At((mount.Find("sharing")?.Value ?? target).Span), target.Value);
            }
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(CacheMountSharedAptUnlocked),
        Title = "A cache mount shares apt's folders without a lock",
        MessageFormat = "The cache mount over '{0}' is shared by builds that run at the same time, and apt fails when another one uses its files; add 'sharing=locked'",
        Rationale = "apt locks its folders and gives up when it does not get the lock. Builds of several platforms, stages that run in parallel and concurrent jobs on one builder all share the mount, so they fail now and then.",
        WhenToIgnore = "When only one build at a time uses the builder.",
        CatalogueSlugs = ["cache-mount-shared-apt-unlocked"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN --mount=type=cache,target=[|/var/cache/apt|] \\\n    apt-get update && apt-get install -y libgdiplus && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n    apt-get update && apt-get install -y libgdiplus && rm -rf /var/lib/apt/lists/*\nUSER $APP_UID\n")],
        ComparedWith = "'sharing=private' is accepted, because every build then has files of its own, and so is an 'id' with a variable that the file does not set.",
    };

    private static bool IsOfApt(string target) =>
        target.TrimEnd('/') is "/var/cache/apt" or "/var/cache/apt/archives" or "/var/lib/apt" or "/var/lib/apt/lists";

    private static bool IsShared(RunMount mount)
    {
        if (mount.Id is { } id && id.Value.Contains('$'))
            return false;
        return mount.Find("sharing") is not { Value: { } sharing } || sharing.Value == "shared";
    }
}
