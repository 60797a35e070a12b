using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>BuildKit is off.</summary>
internal sealed class DaemonBuildkitDisabled() : DaemonRule("HB6030", RuleSeverity.Suggestion, RuleSeverity.Suggestion)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (configuration.Settings.Boolean("features", "buildkit") is { Value: false } setting)
            yield return Report(setting.Location);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonBuildkitDisabled),
        Title = "BuildKit is switched off",
        MessageFormat = "'buildkit' is false, so builds use the deprecated builder, which knows no secret mounts and keeps secrets in the image's history; remove the setting",
        Rationale = "The old builder is deprecated and knows neither 'RUN --mount=type=secret' nor provenance. BuildKit is the default since Docker 23.",
        WhenToIgnore = "On hosts that build Windows images, which BuildKit does not support yet.",
        CatalogueSlugs = ["daemon-buildkit-disabled"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "features": { "buildkit": [|false|] }
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "features": { "buildkit": true }
                }

                """),
        ],
    };
}
