using HardenBuild.Model.Docker.Containers;

namespace HardenBuild.Rules.Compose.Logging;

/// <summary>Containers whose log grows until the disk is full.</summary>
internal sealed class ComposeLoggingUnbounded() : ContainerGapRule("HB2073", RuleSeverity.None, RuleSeverity.Warning)
{
    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(ComposeLoggingUnbounded),
        Title = "The log of a container grows without limit",
        MessageFormat = "The log grows without limit for {0}, so a burst of errors or an attack fills the disk of the host; set 'logging.options.max-size' or the driver 'local'",
        Rationale = """
            Docker's default driver json-file keeps everything that a container ever wrote in one file. On a full disk databases stop and nothing is logged any more, which is what an attacker may want.
            The driver 'local' keeps five files of 20 MB by itself.
            """,
        WhenToIgnore = "When the daemon sets 'log-opts' or another driver for all containers.",
        CatalogueSlugs = ["compose-logging-unbounded"],
        IsAboutAbsence = true,
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        References = [RuleReference.CisDocker("2.13"), RuleReference.Cwe(778), RuleReference.OwaspDocker("D10")],
        Violations =
        [
            new("compose.yaml", "services:\n  [|web|]:\n    image: example/web:1.2\n"),
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    logging:\n      driver: [|none|]\n"),
        ],
        Fixed =
        [
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    logging:\n      driver: local\n"),
            new("compose.yaml", "services:\n  web:\n    image: example/web:1.2\n    logging:\n      options:\n        max-size: 10m\n"),
        ],
    };

    protected override bool IsLacking(ContainerOptions container) => container.IsKnown(ContainerSettings.Logging)
        && container.Logging is null or { Driver: null or { Value: "json-file" } }
        && !(container.Logging?.Options.Any(option => option.Name.Value == "max-size") ?? false);

    protected override IEnumerable<Finding> Inspect(ContainerOptions container)
    {
        // Nothing at all is bounded, but nobody can look anything up either.
        if (container.Logging?.Driver is { Value: "none" } driver)
            yield return Report(driver.Location, $"{container.Noun} '{container.Name.Value}'") with { AtMost = RuleSeverity.Suggestion };
    }
}
