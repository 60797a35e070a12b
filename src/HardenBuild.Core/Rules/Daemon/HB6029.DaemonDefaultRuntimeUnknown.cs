using HardenBuild.Model.Daemon;

namespace HardenBuild.Rules.Daemon;

/// <summary>The default runtime is not defined.</summary>
internal sealed class DaemonDefaultRuntimeUnknown() : DaemonRule("HB6029", RuleSeverity.Error, RuleSeverity.Error)
{
    public override IEnumerable<Finding> Analyze(DaemonConfiguration configuration)
    {
        if (!configuration.IsFile || configuration.Settings.Text("default-runtime") is not { Value: not ("" or "runc") } runtime)
            yield break;
        var isShim = runtime.Value.StartsWith("io.containerd.", StringComparison.Ordinal) || runtime.Value.StartsWith("com.docker.", StringComparison.Ordinal) || runtime.Value.Contains('/');
        var mayBeDefined = configuration.AbsenceOf("runtimes") is null && configuration.Settings.Names("runtimes") is var names && (names.IsEmpty || names.Contains(runtime.Value));
        if (!isShim && !mayBeDefined)
            yield return Report(runtime.Location, runtime.Value);
    }

    protected override RuleMetadata Describe() => new()
    {
        Name = nameof(DaemonDefaultRuntimeUnknown),
        Title = "The default runtime of containers is not defined",
        MessageFormat = "'{0}' is neither built in nor defined in 'runtimes', so dockerd does not start; define it there or correct the name",
        Rationale = "dockerd checks that the default runtime exists and stops if it does not. runc and names of containerd shims are built in, everything else must be defined in 'runtimes'.",
        WhenToIgnore = "When the runtime is defined by '--add-runtime' on the command line.",
        CatalogueSlugs = ["daemon-default-runtime-unknown"],
        SecuritySeverity = SecuritySeverity.Low,
        Precision = RulePrecision.High,
        Violations =
        [
            new("docker/daemon.json", """
                {
                  "default-runtime": "[|nvidia|]",
                  "runtimes": { "kata": { "path": "/usr/bin/kata-runtime" } }
                }

                """),
        ],
        Fixed =
        [
            new("docker/daemon.json", """
                {
                  "default-runtime": "nvidia",
                  "runtimes": { "nvidia": { "path": "/usr/bin/nvidia-container-runtime" } }
                }

                """),
        ],
    };
}
