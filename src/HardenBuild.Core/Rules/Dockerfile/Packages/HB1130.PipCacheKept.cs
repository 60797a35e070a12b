using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>pip leaves its downloads in the layer.</summary>
internal sealed class PipCacheKept() : PackageCacheRule("HB1130", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override bool Fills(PackageRun run, PackageCommand package) =>
        package is { Manager: PackageManager.Pip, Action: PackageAction.Install }
            && package.Invocation.FindOption("--no-cache-dir", "--no-index", "--dry-run", "-h", "--help") is null
            && !PipCache.IsOff(run, package.Invocation);

    protected override bool Cleans(Invocation invocation) =>
        RemovedFiles.Mention(invocation, ".cache") || invocation.Subcommand == "cache purge";

    protected override bool IsMounted(PackageRun run) => run.HasMount(PipCache.IsCache);

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(PipCacheKept),
        Title = "pip leaves its downloads in the image",
        MessageFormat = "'{0}' without '--no-cache-dir' keeps what it downloaded in the layer, where nothing uses it; add the flag, or a cache mount over '/root/.cache/pip'",
        Rationale = "pip keeps every wheel and archive below the home folder for the next install, which never comes in an image. It often doubles what the packages themselves take.",
        WhenToIgnore = "When the cache is kept on purpose for later installs in the running container.",
        CatalogueSlugs = ["pip-cache-kept"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3042", "kics:pip_install_keeping_cached_packages", "kics:disable_pip_cache", "semgrep:missing-pip-no-cache-dir"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN pip [|install|] flask==3.1.2\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0\nRUN pip install --no-cache-dir flask==3.1.2\nUSER $APP_UID\n")],
        ComparedWith = "Stages that files are only copied from are left alone, because their layers are thrown away. PIP_NO_CACHE_DIR counts wherever it is set (ENV, ARG, 'export', before the command), unless its value is one that pip takes for no; "
            + "'pip cache purge' and removing '.cache' in the same RUN count as the flag.",
    };
}
