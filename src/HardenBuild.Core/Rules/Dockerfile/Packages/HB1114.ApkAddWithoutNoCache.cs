using HardenBuild.Model.Docker.Packages;
using HardenBuild.Syntax.Shell.CommandLine;

namespace HardenBuild.Rules.Dockerfile.Packages;

/// <summary>apk leaves its index in the layer.</summary>
internal sealed class ApkAddWithoutNoCache() : PackageCacheRule("HB1114", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    protected override bool Fills(PackageRun run, PackageCommand package) =>
        package is { Manager: PackageManager.Apk, Action: PackageAction.Install } && package.Invocation.FindOption("--no-cache", "--no-network", "--cache-dir", "--root", "-p") is null;

    protected override bool Cleans(Invocation invocation) =>
        RemovedFiles.Include(invocation, "/var/cache/apk") || RemovedFiles.Include(invocation, "/etc/apk/cache");

    protected override bool IsMounted(PackageRun run) => run.HasMountOver("/var/cache/apk", "/etc/apk/cache");

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ApkAddWithoutNoCache),
        Title = "apk add leaves the package index in the image",
        MessageFormat = "'{0}' without '--no-cache' leaves the package index in the layer or uses a stale one; add '--no-cache', which also makes 'apk update' and '--update' unnecessary",
        Rationale = "Without the flag apk either needs an index that an earlier step downloaded, which the build cache may have kept for months, or leaves a new one in the image, where nothing uses it.",
        WhenToIgnore = "When the package cache is kept on purpose, as in images that install packages when they start.",
        CatalogueSlugs = ["apk-add-without-no-cache"],
        SecuritySeverity = SecuritySeverity.None,
        Precision = RulePrecision.VeryHigh,
        Aliases = ["hadolint:DL3019", "trivy:DS-0025", "kics:apk_add_using_local_cache_path", "semgrep:missing-apk-no-cache", "dockle:DKL-DI-0004"],
        Violations = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\nRUN apk [|add|] icu-libs\nUSER $APP_UID\n")],
        Fixed = [new("Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine\nRUN apk add --no-cache icu-libs\nUSER $APP_UID\n")],
        ComparedWith = "Stages that files are only copied from are left alone, because their layers are thrown away. Removing '/var/cache/apk' later in the same RUN counts as the flag, and so does a cache or tmpfs mount over it. With '--no-network' apk downloads nothing that could stay behind.",
    };
}
