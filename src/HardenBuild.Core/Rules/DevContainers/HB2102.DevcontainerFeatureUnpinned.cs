using HardenBuild.Model.Docker.Carriers;

namespace HardenBuild.Rules.DevContainers;

/// <summary>A feature of a development container changes by itself.</summary>
internal sealed class DevcontainerFeatureUnpinned() : DevContainerRule("HB2102", RuleSeverity.None, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DevContainer container)
    {
        foreach (var feature in container.Features)
        {
            var reference = feature.Key!.Value;
            if (reference.StartsWith("http://", StringComparison.Ordinal) || reference.StartsWith("https://", StringComparison.Ordinal))
                yield return Report(feature.KeyLocation, reference, "is downloaded without a checksum");
            else if (reference.IndexOf('/') > 0 && reference[0] != '.' && !reference.Contains("@sha256:", StringComparison.Ordinal) && Gap(reference) is { } gap)
                yield return Report(feature.KeyLocation, reference, gap);
        }
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DevcontainerFeatureUnpinned),
        Title = "A feature of a development container changes by itself",
        MessageFormat = "Feature '{0}' {1}, so what it installs changes by itself; name a version with its minor number, or commit 'devcontainer-lock.json'",
        Rationale = "A feature is a script that runs as root while the container is built, with the sources of the repository beside it. With no version, or a major one alone, every rebuild takes what its author published last.",
        WhenToIgnore = "When a lock file pins the features.",
        CatalogueSlugs = ["devcontainer-feature-unpinned"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.Cwe(1357), RuleReference.OwaspDocker("D08")],
        Violations =
        [
            new(".devcontainer/devcontainer.json", """
                {
                  "image": "mcr.microsoft.com/devcontainers/dotnet:1-9.0",
                  "features": { [|"ghcr.io/devcontainers/features/node"|]: {} }
                }

                """),
        ],
        Fixed =
        [
            new(".devcontainer/devcontainer.json", """
                {
                  "image": "mcr.microsoft.com/devcontainers/dotnet:1-9.0",
                  "features": { "ghcr.io/devcontainers/features/node:1.6.3": {} }
                }

                """),
        ],
    };

    private static string? Gap(string reference)
    {
        var colon = reference.LastIndexOf(':');
        if (colon < reference.LastIndexOf('/'))
            return "has no version";
        var version = reference.Substring(colon + 1);
        return version == "latest" ? "follows 'latest'" : !version.Contains('.') ? "names a major version alone" : null;
    }
}
