namespace HardenBuild.Model.Compose.Schema;

/// <summary>Build, deploy and develop of a service.</summary>
internal static partial class ComposeSchema
{
    private static ComposeShape Build => Text.Or(Keys(
        ("additional_contexts", KeyValues),
        ("args", KeyValues),
        ("cache_from", Texts),
        ("cache_to", Texts),
        ("context", Text),
        ("dockerfile", Text),
        ("dockerfile_inline", Text),
        ("entitlements", Texts),
        ("extra_hosts", Hosts),
        ("isolation", Text),
        ("labels", KeyValues),
        ("network", Text),
        ("no_cache", Flag),
        ("no_cache_filter", TextOrTexts),
        ("platforms", Texts),
        ("privileged", Flag),
        ("provenance", Flag),
        ("pull", Flag),
        ("sbom", Flag),
        ("secrets", Granted),
        ("shm_size", Size),
        ("ssh", KeyValues),
        ("tags", Texts),
        ("target", Text),
        ("ulimits", Ulimits)));

    private static ComposeShape Deploy => OrNull(Keys(
        ("endpoint_mode", Text),
        ("labels", KeyValues),
        ("mode", Text),
        ("placement", Keys(
            ("constraints", Texts),
            ("max_replicas_per_node", Whole),
            ("preferences", new ComposeShape { Items = Keys(("spread", Text)) }))),
        ("replicas", Count),
        ("resources", Keys(
            ("limits", Keys(("cpus", Number), ("memory", TextSize), ("pids", Whole))),
            ("reservations", Keys(
                ("cpus", Number),
                ("devices", new ComposeShape { Items = Device.Requiring("capabilities") }),
                ("generic_resources", new ComposeShape { Items = Keys(("discrete_resource_spec", Keys(("kind", Text), ("value", Number)))) }),
                ("memory", TextSize))))),
        ("restart_policy", Keys(("condition", Text), ("delay", Duration), ("max_attempts", Whole), ("window", Duration))),
        ("rollback_config", Update),
        ("update_config", Update)));

    private static ComposeShape Update => Keys(
        ("delay", Duration),
        ("failure_action", Text),
        ("max_failure_ratio", Number),
        ("monitor", Duration),
        ("order", Text with { Words = ["start-first", "stop-first"] }),
        ("parallelism", Whole));

    /// <summary>A device that is reserved, of <c>gpus</c> too.</summary>
    private static ComposeShape Device => Keys(
        ("capabilities", Texts),
        ("count", Whole with { Check = ValueChecks.DeviceCount }),
        ("device_ids", Texts),
        ("driver", Text),
        ("options", KeyValues));

    private static ComposeShape Develop => OrNull(Keys(
        ("watch", new ComposeShape
        {
            Items = Keys(
                ("action", Text with { Words = ["rebuild", "sync", "restart", "sync+restart", "sync+exec"] }),
                ("exec", Hook),
                ("ignore", TextOrTexts),
                ("include", TextOrTexts),
                ("initial_sync", Flag),
                ("path", Text),
                ("target", Text)).Requiring("path", "action"),
        })));
}
