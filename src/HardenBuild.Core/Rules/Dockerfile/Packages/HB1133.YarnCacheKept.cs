using HardenBuild.Model.Docker;
using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>yarn leaves its downloads in the layer.</summary>
internal sealed class YarnCacheKept() : PackageCacheRule("HB1133", RuleSeverity.None, RuleSeverity.None)
{
    protected override bool Fills(PackageRun run, PackageCommand package) =>
        package is { Manager: PackageManager.Yarn, Action: PackageAction.Install }
            && package.Invocation.FindOption("--immutable", "--immutable-cache", "--offline", "-h", "--help") is null;

    protected override bool Cleans(Invocation invocation) =>
        invocation is { Name: "yarn" or "yarnpkg", Subcommand: "cache clean" } || RemovedFiles.Mention(invocation, "yarn") || RemovedFiles.Mention(invocation, ".cache");

    protected override bool IsMounted(PackageRun run) => run.HasMount(target => target is null || target.Contains("yarn", StringComparison.Ordinal) || target.EndsWith("/.cache", StringComparison.Ordinal));

    protected override bool IsThrownAway(TargetLayers layers, StageInstruction instruction) => !layers.Hold(instruction);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(YarnCacheKept),
        Title = "yarn leaves its downloads in the image",
        MessageFormat = "'{0}' keeps what it downloaded in the layer, where nothing uses it; add '&& yarn cache clean' at the end of the same RUN, or a cache mount",
        Rationale = "yarn copies every package into a cache of its own before it installs it. In an image that copy is never used again, and it is as large as the installed packages.",
        WhenToIgnore = "When the cache is part of the repository, as in projects with zero-installs, or the image is only used to build.",
        CatalogueSlugs = ["yarn-cache-kept"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3060"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY package.json yarn.lock ./\nRUN yarn [|install|] --frozen-lockfile\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY package.json yarn.lock ./\nRUN yarn install --frozen-lockfile && yarn cache clean\nUSER $APP_UID\n")],
        ComparedWith = "Only stages that the target is built upon are looked at. 'yarn add' and 'yarn' alone fill the cache as 'yarn install' does; '--immutable' is yarn 2 and later, where the cache may belong to the project.",
    };
}
